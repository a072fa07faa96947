package fr.preau.core.imports;

import fr.preau.api.school.Uai;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with the files of one collège, and what tells them from others. */
record DeliveryFolder(Uai uai, Path path, Instant arrived) {

    /** The fingerprint of files that nobody can look at. */
    private static final String UNREADABLE = "";

    /** The folders that are named after a collège, the oldest first. */
    static List<DeliveryFolder> in(Path parent) throws IOException {
        List<DeliveryFolder> folders = new ArrayList<>();
        try (Stream<Path> paths = Files.list(parent)) {
            for (Path path : paths.toList()) {
                of(path).ifPresent(folders::add);
            }
        }
        folders.sort(Comparator.comparing(DeliveryFolder::arrived));
        return folders;
    }

    private static Optional<DeliveryFolder> of(Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try {
            Uai uai = new Uai(String.valueOf(path.getFileName()));
            // A folder whose age can't be told is as good as very old: its turn shows why.
            Instant arrived = Instant.ofEpochMilli(path.toFile().lastModified());
            return Optional.of(new DeliveryFolder(uai, path, arrived));
        } catch (IllegalArgumentException e) {
            // A folder that is still being written, or somebody's own.
            return Optional.empty();
        }
    }

    /** What changes when a file comes, goes or is written again. */
    String fingerprint() throws IOException {
        MessageDigest digest = sha256();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(AafFile::isOne).sorted().toList()) {
                String line =
                        file.getFileName()
                                + "|"
                                + Files.size(file)
                                + "|"
                                + Files.getLastModifiedTime(file).toMillis()
                                + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The fingerprint, one and the same for all folders that can't be read. */
    String fingerprintIfReadable() {
        try {
            return fingerprint();
        } catch (IOException e) {
            // Whoever takes this delivery meets the same failure, and says so.
            return UNREADABLE;
        }
    }

    /** Whether the files are those of this fingerprint. */
    boolean holds(String fingerprint) {
        return fingerprintIfReadable().equals(fingerprint);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
