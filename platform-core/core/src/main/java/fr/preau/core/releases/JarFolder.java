package fr.preau.core.releases;

import fr.preau.core.plugins.manifest.PluginManifest;
import fr.preau.core.plugins.manifest.PluginRefused;
import fr.preau.core.releases.ModuleJar.FileLook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars that lie in a folder, and what their manifests say.
 *
 * <p>A file is only read once two looks in a row found it the same, so that one that is still being
 * written is left alone.
 */
final class JarFolder {

    private static final Logger LOG = LoggerFactory.getLogger(JarFolder.class);

    private final Path folder;
    private final Map<Path, FileLook> seen = new HashMap<>();
    private final Map<Path, ModuleJar> readable = new TreeMap<>();
    private final Map<Path, String> unreadable = new TreeMap<>();

    JarFolder(Path folder) {
        this.folder = folder;
    }

    /** Takes what is there now as if it had been there before. */
    void firstLook() {
        seen.putAll(files());
    }

    void lookAgain() {
        Map<Path, FileLook> now = files();
        readable.keySet().retainAll(now.keySet());
        unreadable.keySet().retainAll(now.keySet());
        now.forEach(
                (path, look) -> {
                    if (look.equals(seen.get(path))) {
                        read(path, look);
                    }
                });
        seen.clear();
        seen.putAll(now);
    }

    private void read(Path path, FileLook look) {
        ModuleJar known = readable.get(path);
        if (known != null && known.look().equals(look)) {
            return;
        }
        try {
            readable.put(path, new ModuleJar(path, look, PluginManifest.of(path)));
            unreadable.remove(path);
        } catch (PluginRefused e) {
            readable.remove(path);
            if (!e.reason().equals(unreadable.put(path, e.reason()))) {
                LOG.error("{} can't run: {}", path.getFileName(), e.reason());
            }
        }
    }

    /** The readable jars of each module, the newest first. */
    Map<String, List<ModuleJar>> jars() {
        return readable.values().stream()
                .sorted(ModuleJar.NEWEST_FIRST)
                .collect(Collectors.groupingBy(ModuleJar::id));
    }

    /** The jars that can't be read, and why. */
    Map<Path, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    /** Whether the file of a jar is still that module's, be it with another content or broken. */
    boolean stillHolds(ModuleJar jar) {
        ModuleJar there = readable.get(jar.path());
        return seen.containsKey(jar.path()) && (there == null || there.id().equals(jar.id()));
    }

    private Map<Path, FileLook> files() {
        Map<Path, FileLook> now = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(".jar")) {
                    look(file).ifPresent(look -> now.put(file, look));
                }
            }
        } catch (IOException e) {
            LOG.warn("the folder of modules can't be read: {}", e.getMessage());
            return new TreeMap<>(seen);
        }
        return now;
    }

    private static Optional<FileLook> look(Path file) throws IOException {
        try {
            return Optional.of(
                    new FileLook(Files.size(file), Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            // Replaced between the listing and the look: the next one finds it.
            return Optional.empty();
        }
    }
}
