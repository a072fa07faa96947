package fr.preau.core.plugins.weaving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** Reads one jar for its review, within bounds, whatever it holds. */
final class JarReading {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final int MOST_MENTIONS = 2_000;

    /** In bytes: what a jar unpacks to in all, jars inside it counted once more. */
    private static final long LARGEST = 400_000_000;

    private final DeprecatedApi api;
    private final Map<String, byte[]> classes = new HashMap<>();
    private final Set<Mention> mentions = new TreeSet<>();
    private final Set<DeprecatedUse> deprecated = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private final ComponentRules components = new ComponentRules();
    private final Map<String, List<String>> knownTypes = new HashMap<>();
    private long left = LARGEST;

    JarReading(DeprecatedApi api) {
        this.api = api;
    }

    CodeReview read(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : file.stream().toList()) {
                // What is read here must be what the framework reads.
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    problem(entry.getName() + " is twice in the jar");
                }
                try (InputStream in = file.getInputStream(entry)) {
                    take(entry.getName(), in);
                }
            }
        }
        classes.values().forEach(this::review);
        components.problems(this::above).forEach(this::problem);
        List<Mention> first = mentions.stream().limit(MOST_MENTIONS).toList();
        return new CodeReview(
                first, first.size() == mentions.size(), problems, List.copyOf(deprecated));
    }

    private void take(String name, InputStream in) throws IOException {
        if (name.equalsIgnoreCase(MANIFEST)) {
            BundleRules.problem(headers(in)).ifPresent(this::problem);
        } else if (name.matches("OSGI-INF/[^/]*\\.xml")) {
            components.read(in);
        } else if (name.endsWith(".class")) {
            byte[] bytes = bytes(name, in);
            if (bytes != null) {
                classes.put(name, bytes);
            }
        } else if (name.endsWith(".jar")) {
            takeInner(name, in);
        }
    }

    private void takeInner(String jar, InputStream in) throws IOException {
        byte[] bytes = bytes(jar, in);
        if (bytes == null) {
            return;
        }
        ZipInputStream inner = new ZipInputStream(new ByteArrayInputStream(bytes));
        for (ZipEntry entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
            byte[] file = entry.getName().endsWith(".class") ? bytes(jar, inner) : null;
            if (file != null) {
                classes.putIfAbsent(entry.getName(), file);
            }
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        Attributes attributes = new Manifest(in).getMainAttributes();
        attributes.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    private byte @Nullable [] bytes(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
        left -= bytes.length;
        if (left < 0) {
            problem(name + ": the jar unpacks to more than " + LARGEST + " bytes");
            left = 0;
            return null;
        }
        return bytes;
    }

    private void review(byte[] classFile) {
        try {
            ClassReader reader = ClassFiles.reader(classFile);
            ClassWeaver.requireOwnPackage(reader.getClassName());
            reader.accept(
                    new MentionReader(new Calls(supertypes()), mentions::add),
                    ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            reader.accept(
                    new DeprecatedReader(api, supertypes(), deprecated::add),
                    ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (ClassRefused e) {
            problem(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            problem("a class can't be read: " + e);
        }
    }

    /** What a class of the jar extends, nothing for one that is not there or can't be read. */
    private Optional<String> above(String type) {
        byte[] bytes = classes.get(type.replace('.', '/') + ".class");
        try {
            return bytes == null
                    ? Optional.empty()
                    : Optional.ofNullable(ClassFiles.reader(bytes).getSuperName())
                            .map(name -> name.replace('/', '.'));
        } catch (RuntimeException e) {
            // It is named by the review of all classes.
            return Optional.empty();
        }
    }

    private Supertypes supertypes() {
        return new Supertypes(
                path -> {
                    byte[] bytes = classes.get(path);
                    return bytes == null ? null : new ByteArrayInputStream(bytes);
                },
                knownTypes);
    }

    private void problem(String words) {
        if (!problems.contains(words) && problems.size() < 20) {
            problems.add(words);
        }
    }
}
