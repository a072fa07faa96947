package fr.preau.tenants.people;

import fr.preau.tenants.Departement;
import fr.preau.tenants.DescriptorFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** The real descriptors, with the people of the demo's seed or of another. */
public final class TestDepartement {

    private TestDepartement() {}

    public static InventedDepartement invented() {
        return invented(InventedDepartement.DEMO_SEED);
    }

    public static InventedDepartement invented(long seed) {
        return new InventedDepartement(departement(), seed);
    }

    private static Departement departement() {
        try {
            return DescriptorFolder.read(
                    Path.of("../hauts-de-seine"), Set.of("communication", "canteen", "payment"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
