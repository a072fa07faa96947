package fr.preau.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
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
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.createDirectories(file.getParent());
                Files.writeString(file, HexFormat.of().formatHex(random));
                boolean owned =
                        file.toFile().setReadable(false, false)
                                && file.toFile().setReadable(true, true);
                if (!owned) {
                    throw new IOException("secrets can't be hidden at " + file);
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything. */
    public void erase() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    public void create() throws IOException {
        for (Path folder : new Path[] {root, deliveries(), plugins(), work()}) {
            Files.createDirectories(folder);
        }
    }
}
