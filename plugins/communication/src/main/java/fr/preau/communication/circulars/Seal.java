package fr.preau.communication.circulars;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * How what is sent and answered is sealed.
 *
 * <p><b>Canonical form.</b> A list of texts, each written as the number of its bytes in UTF-8 in
 * decimal digits, a colon, the bytes, and a comma (a netstring). Instants are written in UTC as in
 * {@code 2026-11-30T08:15:00Z}, days as {@code 2026-11-30}, true and false as words.
 *
 * <p><b>Digest.</b> SHA-256 of the canonical form of the content, led by 64 signs that nobody can
 * guess (the salt), in hexadecimal digits.
 *
 * <p><b>Seal.</b> SHA-256 of the canonical form of {@code preau-seal-1}, the position (0 for the
 * circular, then the answers), the seal before (64 zeros for the circular) and the digest. So each
 * answer seals all that came before it, and the newest seal stands on whatever proof is printed:
 * who changes a row changes every seal after it, also those that families have on paper.
 *
 * <p>What a person said may be erased where nothing asks for it to be kept: content and salt go,
 * digest and seal stay. The chain holds, and says nothing of them any more.
 */
final class Seal {

    static final String NOTHING_BEFORE = "0".repeat(64);

    private static final String FORMAT = "preau-seal-1";

    private Seal() {}

    static String digest(String salt, List<String> content) {
        MessageDigest sha = sha256();
        put(sha, salt);
        content.forEach(part -> put(sha, part));
        return HexFormat.of().formatHex(sha.digest());
    }

    static String seal(int position, String before, String digest) {
        MessageDigest sha = sha256();
        List.of(FORMAT, Integer.toString(position), before, digest).forEach(p -> put(sha, p));
        return HexFormat.of().formatHex(sha.digest());
    }

    static String text(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private static void put(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        sha.update(bytes);
        sha.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
