package fr.preau.core.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder whose jars run: a jar that appears is started, one that changes replaces the running
 * version, one that disappears is stopped.
 *
 * <p>A file is only taken once two looks in a row found it the same, so that one that is still
 * being written is left alone. A jar that can't run is named with its reason, and what ran before
 * goes on.
 */
public final class PluginFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

    private record Look(long size, FileTime modified) {}

    private final Path folder;
    private final PluginHost host;
    private final Map<Path, Look> seen = new HashMap<>();
    private final Map<Path, Look> taken = new HashMap<>();
    private final Map<Path, String> running = new HashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    public PluginFolder(Path folder, PluginHost host) {
        this.folder = folder;
        this.host = host;
    }

    /** The jars that can't run, by file name, and why. */
    public Map<String, String> refusals() {
        return new TreeMap<>(refusals);
    }

    /** The ids of the modules that run from here. */
    public synchronized Set<String> ids() {
        return Set.copyOf(running.values());
    }

    /** Takes everything that is there now, without waiting for a second look. */
    public synchronized void takeAll() {
        Map<Path, Look> now = look();
        seen.putAll(now);
        now.forEach(this::take);
    }

    /** One look at the folder; to be repeated every second or so. */
    public synchronized void lookAgain() {
        Map<Path, Look> now = look();
        for (Map.Entry<Path, Look> entry : now.entrySet()) {
            boolean still = entry.getValue().equals(seen.get(entry.getKey()));
            if (still && !entry.getValue().equals(taken.get(entry.getKey()))) {
                take(entry.getKey(), entry.getValue());
            }
        }
        for (Path gone : taken.keySet().stream().filter(p -> !now.containsKey(p)).toList()) {
            taken.remove(gone);
            refusals.remove(gone.getFileName().toString());
            String id = running.remove(gone);
            if (id != null && !running.containsValue(id)) {
                host.remove(id);
            }
        }
        seen.clear();
        seen.putAll(now);
    }

    private void take(Path jar, Look look) {
        taken.put(jar, look);
        String name = jar.getFileName().toString();
        try {
            running.put(jar, host.deploy(jar).id());
            refusals.remove(name);
        } catch (PluginRefused e) {
            LOG.error("{} can't run: {}", name, e.reason(), e);
            refusals.put(name, e.reason());
        }
    }

    private Map<Path, Look> look() {
        Map<Path, Look> now = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(".jar")) {
                    now.put(file, new Look(Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        } catch (IOException e) {
            LOG.warn("the folder of modules can't be read: {}", e.getMessage());
            return new TreeMap<>(taken);
        }
        return now;
    }
}
