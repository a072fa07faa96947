package fr.preau.core.plugins.weaving;

import fr.preau.api.plugin.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which types and members of an API are going to leave, read from its class files when asked. */
final class DeprecatedApi {

    private static final DeprecatedApi PLUGIN_API =
            new DeprecatedApi(
                    name -> name.startsWith("fr/preau/api/"),
                    path -> Plugin.class.getClassLoader().getResourceAsStream(path));

    /** Where a class keeps what is said of itself, beside its members. */
    private static final String ITSELF = "";

    private final Predicate<String> isOfTheApi;
    private final Function<String, @Nullable InputStream> classFiles;
    private final Map<String, ApiClass> known = new ConcurrentHashMap<>();

    /**
     * @param since of what is deprecated, by name and descriptor
     * @param above what it extends and implements
     */
    private record ApiClass(Map<String, String> since, List<String> above) {}

    /**
     * @param isOfTheApi tells a class of the API by its internal name
     * @param classFiles finds its class file by the path
     */
    DeprecatedApi(
            Predicate<String> isOfTheApi, Function<String, @Nullable InputStream> classFiles) {
        this.isOfTheApi = isOfTheApi;
        this.classFiles = classFiles;
    }

    /** That of the plugin API which this host brings. */
    static DeprecatedApi ofPlugins() {
        return PLUGIN_API;
    }

    /** Since when a type is deprecated, nothing for one that stays or is not of the API. */
    Optional<String> type(String internalName) {
        return apiClass(internalName).map(type -> type.since().get(ITSELF));
    }

    /**
     * Since when a member is deprecated where the API declares it, seen from this type.
     *
     * @param member its name and descriptor
     */
    Optional<String> member(String internalName, String member) {
        Optional<ApiClass> type = apiClass(internalName);
        Optional<String> own = type.map(found -> found.since().get(member));
        return own.or(
                () ->
                        type.stream()
                                .flatMap(found -> found.above().stream())
                                .flatMap(parent -> member(parent, member).stream())
                                .findFirst());
    }

    private Optional<ApiClass> apiClass(String internalName) {
        return isOfTheApi.test(internalName)
                ? Optional.of(known.computeIfAbsent(internalName, this::read))
                : Optional.empty();
    }

    private ApiClass read(String internalName) {
        try (InputStream in = classFiles.apply(internalName + ".class")) {
            if (in == null) {
                // A module that was made for a later API fails when it gets there.
                return new ApiClass(Map.of(), List.of());
            }
            ClassReader reader = new ClassReader(in);
            Map<String, String> since = new HashMap<>();
            reader.accept(new Reading(since), ClassReader.SKIP_CODE);
            List<String> above =
                    Stream.concat(
                                    Stream.ofNullable(reader.getSuperName()),
                                    Stream.of(reader.getInterfaces()))
                            .toList();
            return new ApiClass(Map.copyOf(since), above);
        } catch (IOException e) {
            throw new UncheckedIOException("the API can't be read", e);
        }
    }

    /** Collects what carries the annotation. */
    private static final class Reading extends ClassVisitor {

        private final Map<String, String> since;

        Reading(Map<String, String> since) {
            super(Opcodes.ASM9);
            this.since = since;
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return sinceOf(ITSELF, descriptor);
        }

        @Override
        public FieldVisitor visitField(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                @Nullable Object value) {
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(
                        String annotation, boolean visible) {
                    return sinceOf(name + descriptor, annotation);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(
                        String annotation, boolean visible) {
                    return sinceOf(name + descriptor, annotation);
                }
            };
        }

        private @Nullable AnnotationVisitor sinceOf(String member, String annotation) {
            if (!annotation.equals("Ljava/lang/Deprecated;")) {
                return null;
            }
            since.put(member, "an earlier version");
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(String name, Object value) {
                    if (name.equals("since")) {
                        since.put(member, value.toString());
                    }
                }
            };
        }
    }
}
