package fr.preau.portal.dispatch;

import fr.preau.api.data.NewIds;
import fr.preau.api.files.Download;
import fr.preau.api.files.FileId;
import fr.preau.core.files.OutgoingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Large files that the portal makes for one answer: written to this node's disk, sent piece by
 * piece, and gone.
 */
public final class MadeFiles {

    private static final int PIECE = 256 * 1024;

    /** An answer that was never asked for to its end leaves its file for so long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private record Made(OutgoingFile file, Path path, Instant at) {}

    private final Path folder;
    private final NewIds ids;
    private final Clock clock;
    private final Map<FileId, Made> waiting = new ConcurrentHashMap<>();

    /**
     * @param folder of this node alone
     */
    public MadeFiles(Path folder, NewIds ids, Clock clock) {
        this.folder = folder;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes a ZIP to be saved.
     *
     * @param name a file name with its ending
     */
    public Download zip(String name, Writing writing) {
        try {
            Files.createDirectories(folder);
            forgetOld();
            Path path = Files.createTempFile(folder, "made", ".part");
            try {
                Made made = new Made(written(name, path, writing), path, clock.instant());
                FileId id = FileId.of(ids.next().toString());
                waiting.put(id, made);
                return Download.save(id);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be made", e);
        }
    }

    private static OutgoingFile written(String name, Path path, Writing writing)
            throws IOException {
        MessageDigest sha256 = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), sha256)) {
            writing.to(out);
        }
        long size = Files.size(path);
        return new OutgoingFile(
                name,
                "application/zip",
                size,
                HexFormat.of().formatHex(sha256.digest()),
                false,
                number -> piece(path, size, number));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** With its last piece the file is gone. */
    private static Optional<byte[]> piece(Path path, long size, int number) {
        long from = (long) number * PIECE;
        if (from >= size) {
            return Optional.empty();
        }
        byte[] piece = new byte[(int) Math.min(PIECE, size - from)];
        try {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                file.seek(from);
                file.readFully(piece);
            }
            if (from + piece.length == size) {
                Files.deleteIfExists(path);
            }
            return Optional.of(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that an answer names; it is handed out once. */
    Optional<OutgoingFile> take(Download.Kept download) {
        return Optional.ofNullable(waiting.remove(download.file())).map(Made::file);
    }

    private void forgetOld() throws IOException {
        Instant oldest = clock.instant().minus(LONGEST);
        waiting.values().removeIf(made -> made.at().isBefore(oldest));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "made*.part")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
