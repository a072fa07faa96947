package fr.preau.liberty;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The modules whose jars are in a folder. */
public final class BuiltModules {

    private static final String MANIFEST = "META-INF/preau/plugin.json";

    private BuiltModules() {}

    static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** Their ids, as their manifests say. */
    public static Set<String> ids(Path folder) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path jar : jars(folder)) {
            ids.add(id(jar));
        }
        return ids;
    }

    private static String id(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry manifest = file.getEntry(MANIFEST);
            if (manifest == null) {
                throw new IOException(jar + " has no " + MANIFEST);
            }
            try (JsonReader reader = Json.createReader(file.getInputStream(manifest))) {
                return reader.readObject().getString("id");
            }
        }
    }
}
