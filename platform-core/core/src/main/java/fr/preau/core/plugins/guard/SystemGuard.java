package fr.preau.core.plugins.guard;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module learns of the machine: nothing that tells one server from another.
 *
 * <p>Secrets stand in the environment of a server. Libraries ask it for switches that are not set
 * on most machines, so they are told that none is set, and go on.
 */
@Guarding("jvm")
public final class SystemGuard {

    private static final Set<String> HARMLESS =
            Set.of(
                    "java.version",
                    "java.vendor",
                    "java.specification.version",
                    "java.vm.name",
                    "java.vm.version",
                    "java.class.version",
                    "java.runtime.name",
                    "java.runtime.version",
                    "line.separator",
                    "file.separator",
                    "path.separator",
                    "file.encoding",
                    "native.encoding",
                    "os.name",
                    "os.arch",
                    "user.language",
                    "user.country",
                    "user.timezone");

    private SystemGuard() {}

    @InsteadOf(value = System.class, isStatic = true)
    public static @Nullable String getProperty(String key) {
        return HARMLESS.contains(key) ? System.getProperty(key) : null;
    }

    @InsteadOf(value = System.class, isStatic = true)
    public static @Nullable String getProperty(String key, @Nullable String otherwise) {
        String value = getProperty(key);
        return value == null ? otherwise : value;
    }

    /** A copy: what is put there is not the server's. */
    @InsteadOf(value = System.class, isStatic = true)
    public static Properties getProperties() {
        Properties properties = new Properties();
        HARMLESS.forEach(
                key -> {
                    String value = System.getProperty(key);
                    if (value != null) {
                        properties.setProperty(key, value);
                    }
                });
        return properties;
    }

    @InsteadOf(value = System.class, isStatic = true)
    public static @Nullable String getenv(String name) {
        return null;
    }

    @InsteadOf(value = System.class, isStatic = true)
    public static Map<String, String> getenv() {
        return Map.of();
    }
}
