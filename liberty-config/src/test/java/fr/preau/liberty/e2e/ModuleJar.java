package fr.preau.liberty.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The built jar of communication, and other versions of it made from the same classes.
 *
 * @param built the jar as Maven made it
 * @param folder the folder of modules of the node under test
 */
record ModuleJar(Path built, Path folder) {

    private static final String MANIFEST = "META-INF/preau/plugin.json";

    private static final Pattern CREATES = Pattern.compile("CREATE TABLE (\\w+)");

    private static final String NAME = "preau-communication.jar";

    /** Puts the jar back as it was built. */
    void restore() throws IOException {
        replaceBy(Files.readAllBytes(built));
    }

    /** Puts half of the jar there, as a copy that was cut off does. */
    void corrupt() throws IOException {
        byte[] whole = Files.readAllBytes(built);
        byte[] half = new byte[whole.length / 2];
        System.arraycopy(whole, 0, half, 0, half.length);
        replaceBy(half);
    }

    /** Puts another version there. */
    void replaceByVersion(String version) throws IOException {
        replaceByVersion(version, Map.of());
    }

    /**
     * Puts another version there, with more files.
     *
     * @param added text by entry, as in {@code db/migration/V2__more.sql}
     */
    void replaceByVersion(String version, Map<String, String> added) throws IOException {
        Path part = folder.resolve("next.part");
        Map<String, String> written = new HashMap<>(added);
        try (ZipFile from = new ZipFile(built.toFile());
                OutputStream file = Files.newOutputStream(part);
                ZipOutputStream to = new ZipOutputStream(file)) {
            written.put(MANIFEST, naming(tables(added), ofVersion(from, version)));
            for (var entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!written.containsKey(entry.getName())) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            for (Map.Entry<String, String> entry : written.entrySet()) {
                to.putNextEntry(new ZipEntry(entry.getKey()));
                to.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        move(part);
    }

    /** The tables that the added scripts make. */
    private static List<String> tables(Map<String, String> added) {
        return added.values().stream()
                .flatMap(text -> CREATES.matcher(text).results())
                .map(made -> made.group(1))
                .toList();
    }

    private static String naming(List<String> tables, String manifest) {
        String more =
                tables.stream().map(table -> "\"" + table + "\", ").collect(Collectors.joining());
        return manifest.replaceFirst("\"tables\": \\[", "\"tables\": [" + more);
    }

    /** Puts another version there in which a file is missing, as a botched build does. */
    void replaceByVersionWithout(String version, String missing) throws IOException {
        Path part = folder.resolve("next.part");
        try (ZipFile from = new ZipFile(built.toFile());
                OutputStream file = Files.newOutputStream(part);
                ZipOutputStream to = new ZipOutputStream(file)) {
            if (from.getEntry(missing) == null) {
                throw new IllegalArgumentException("there is no " + missing + " to be left out");
            }
            for (var entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().equals(missing)) {
                    continue;
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(MANIFEST)) {
                    to.write(ofVersion(from, version).getBytes(StandardCharsets.UTF_8));
                } else {
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        move(part);
    }

    private static String ofVersion(ZipFile jar, String version) throws IOException {
        return text(jar, MANIFEST)
                .replaceFirst("\"version\": \"[^\"]*\"", "\"version\": \"" + version + "\"");
    }

    private static String text(ZipFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void replaceBy(byte[] bytes) throws IOException {
        Path part = folder.resolve("next.part");
        Files.write(part, bytes);
        move(part);
    }

    private void move(Path part) throws IOException {
        Files.move(part, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }
}
