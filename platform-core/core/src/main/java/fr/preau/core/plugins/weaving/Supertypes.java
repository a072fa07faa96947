package fr.preau.core.plugins.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * What a class of a module extends and implements, read from its bytes: it can't be loaded while
 * another one is.
 */
final class Supertypes {

    private final Function<String, @Nullable InputStream> classFiles;
    private final Map<String, List<String>> known;

    /**
     * @param classFiles finds a class file by its path, nothing if it is not the module's
     * @param known what was found before
     */
    Supertypes(
            Function<String, @Nullable InputStream> classFiles, Map<String, List<String>> known) {
        this.classFiles = classFiles;
        this.known = known;
    }

    /** The class and all above it, as {@code a.b.C}, the nearest first. */
    List<String> of(String internalName) {
        List<String> found = known.get(internalName);
        if (found == null) {
            Set<String> all = new LinkedHashSet<>();
            collect(internalName, all);
            found = all.stream().map(name -> name.replace('/', '.')).toList();
            known.put(internalName, found);
        }
        return found;
    }

    private void collect(String name, Set<String> all) {
        if (!all.add(name)) {
            return;
        }
        if (isOfTheJdk(name)) {
            jdkClass(name).ifPresent(type -> collectLoaded(type, all));
        } else {
            read(name)
                    .ifPresent(
                            type -> {
                                if (type.getSuperName() != null) {
                                    collect(type.getSuperName(), all);
                                }
                                for (String parent : type.getInterfaces()) {
                                    collect(parent, all);
                                }
                            });
        }
    }

    private static void collectLoaded(Class<?> type, Set<String> all) {
        Class<?> above = type.getSuperclass();
        if (above != null && all.add(above.getName().replace('.', '/'))) {
            collectLoaded(above, all);
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (all.add(parent.getName().replace('.', '/'))) {
                collectLoaded(parent, all);
            }
        }
    }

    private Optional<ClassReader> read(String name) {
        try (InputStream in = classFiles.apply(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(new ClassReader(in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether this class, if it is one of the JDK, has a method of that name itself. */
    static boolean declares(String owner, String method) {
        return jdkClass(owner)
                .map(
                        type ->
                                Arrays.stream(type.getDeclaredMethods())
                                        .anyMatch(found -> found.getName().equals(method)))
                .orElse(true);
    }

    private static boolean isOfTheJdk(String name) {
        return name.startsWith("java/")
                || name.startsWith("javax/")
                || name.startsWith("org/w3c/dom/")
                || name.startsWith("org/xml/sax/");
    }

    private static Optional<Class<?>> jdkClass(String name) {
        try {
            return Optional.of(
                    Class.forName(
                            name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
