package fr.preau.liberty;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.database.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the demo keeps everything it makes: its database, its deliveries, its secrets.
 *
 * @param root {@code .preau} at the top of the project
 */
public record DemoFolder(Path root) {

    public Path database() {
        return root.resolve("database");
    }

    public Path deliveries() {
        return root.resolve("deliveries");
    }

    public Path plugins() {
        return root.resolve("plugins");
    }

    public Path work() {
        return root.resolve("work");
    }

    public Path roster() {
        return root.resolve("roster.csv");
    }

    /** A secret that is made once and kept, readable by its owner only. */
    public String secret(String name) {
        Path file = root.resolve("secrets").resolve(name);
        try {
            if (!Files.exists(file)) {
                makeSecret(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeSecret(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path folder = file.resolveSibling("");
        Files.createDirectories(folder);
        // Java makes a temporary file for its owner only, from its first moment on.
        Path unfinished = Files.createTempFile(folder, "unfinished", "");
        Files.writeString(unfinished, HexFormat.of().formatHex(random));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets everything but the lock, which somebody may hold. */
    public void erase() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        EmbeddedMariaDb.endServerLeftBehind(database());
        List<Path> kept = List.of(root, root.resolve(FolderLock.FILE));
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.contains(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    public void create() throws IOException {
        for (Path folder : new Path[] {root, deliveries(), plugins(), work()}) {
            Files.createDirectories(folder);
        }
    }
}
