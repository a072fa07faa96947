package fr.preau.communication.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The SHA-256 of a file, read piece by piece. */
final class Fingerprint {

    static final String GONE = "-".repeat(64);

    private Fingerprint() {}

    /**
     * @param content of the file, empty where it is gone
     */
    static String of(Optional<InputStream> content) {
        return content.map(Fingerprint::of).orElse(GONE);
    }

    private static String of(InputStream content) {
        try (DigestInputStream read =
                new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            read.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(read.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("a file that is kept could not be read", e);
        }
    }
}
