package fr.preau.tenants.people.aaf;

import fr.preau.tenants.CollegeDescriptor;
import fr.preau.tenants.Departement;
import fr.preau.tenants.DescriptorFolder;
import fr.preau.tenants.people.InventedDepartement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Writes the deliveries of a département from the command line, as docs/performance.md shows. */
public final class WriteDeliveries {

    private static final int MODULES = 4;

    private WriteDeliveries() {}

    /**
     * @param arguments the folder of the descriptors; the seed; the folder to write to; {@code all}
     *     or {@code active} collèges; the ids of the modules that a descriptor may name
     */
    public static void main(String[] arguments) throws IOException {
        Set<String> modules = Set.of(Arrays.copyOfRange(arguments, MODULES, arguments.length));
        Departement departement = DescriptorFolder.read(Path.of(arguments[0]), modules);
        AafExport export =
                new AafExport(new InventedDepartement(departement, Long.parseLong(arguments[1])));
        for (CollegeDescriptor college : chosen(departement, arguments[3])) {
            System.out.println(export.write(college.uai(), Path.of(arguments[2])));
        }
    }

    private static List<CollegeDescriptor> chosen(Departement departement, String which) {
        return switch (which) {
            case "all" -> departement.colleges();
            case "active" -> departement.active();
            default -> throw new IllegalArgumentException("all or active, not " + which);
        };
    }
}
