package fr.preau.liberty.tenancy;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Arrays;

/** The jars that classes come from. */
final class Jars {

    private Jars() {}

    static File[] of(Class<?>... classes) {
        return Arrays.stream(classes).map(Jars::jar).toArray(File[]::new);
    }

    private static File jar(Class<?> type) {
        try {
            return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
