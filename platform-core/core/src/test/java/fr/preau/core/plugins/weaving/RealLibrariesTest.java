package fr.preau.core.plugins.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries that others wrote, rewritten whole: the JVM takes every class. */
class RealLibrariesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jackson-databind",
                "jose4j",
                "hibernate-validator",
                "assertj-core",
                "flyway-core",
                "mariadb-java-client",
                "org.apache.felix.framework",
                "org.eclipse.persistence.core"
            })
    void everyClassIsStillValid(String library) throws IOException {
        Rewritten rewritten = new Rewritten(classes(jar(library)));

        List<String> invalid =
                rewritten.files.keySet().stream()
                        .flatMap(path -> rewritten.linked(path).stream())
                        .toList();

        assertThat(invalid).isEmpty();
        assertThat(rewritten.changed).as("classes that were changed").isPositive();
    }

    private static Path jar(String library) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(library + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> classes(Path jar) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : new ArrayList<ZipEntry>(file.stream().toList())) {
                String name = entry.getName();
                if (name.endsWith(".class")
                        && !name.startsWith("META-INF/")
                        && !name.endsWith("module-info.class")) {
                    classes.put(name, file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return classes;
    }

    /** Loads what has been rewritten; all else comes from the class path. */
    private static final class Rewritten extends ClassLoader {

        private final Map<String, byte[]> files;
        private final Supertypes supertypes;
        private int changed;

        Rewritten(Map<String, byte[]> files) {
            super(RealLibrariesTest.class.getClassLoader());
            this.files = files;
            this.supertypes =
                    new Supertypes(
                            path -> {
                                byte[] file = files.get(path);
                                return file == null ? null : new ByteArrayInputStream(file);
                            },
                            new HashMap<>());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                byte[] file = files.get(name.replace('.', '/') + ".class");
                if (known != null || file == null) {
                    return known != null ? known : super.loadClass(name, resolve);
                }
                Optional<byte[]> woven = ClassWeaver.weave(file, supertypes);
                changed += woven.isPresent() ? 1 : 0;
                byte[] bytes = woven.orElse(file);
                return defineClass(name, bytes, 0, bytes.length);
            }
        }

        /** Links the class, so that the JVM verifies its code; what is wrong, if anything is. */
        Optional<String> linked(String path) {
            String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
            try {
                // Asking for the methods links the class.
                Method[] methods = loadClass(name).getDeclaredMethods();
                return methods == null ? Optional.of(name) : Optional.empty();
            } catch (VerifyError | ClassFormatError e) {
                return Optional.of(name + ": " + e.getMessage());
            } catch (ClassNotFoundException | LinkageError e) {
                // It needs another library, which is not here with or without rewriting.
                return Optional.empty();
            }
        }
    }
}
