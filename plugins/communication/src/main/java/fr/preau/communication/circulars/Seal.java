package fr.preau.communication.circulars;

import fr.preau.api.seal.Seals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what is sent and answered is sealed.
 *
 * <p><b>Canonical form.</b> A list of texts, each written as the number of its bytes in UTF-8 in
 * decimal digits, a colon, the bytes, and a comma (a netstring). Instants are written in UTC as in
 * {@code 2026-11-30T08:15:00Z}, days as {@code 2026-11-30}, true and false as words.
 *
 * <p>Both of what follows are HMAC-SHA256 of a canonical form in hexadecimal digits, by a key that
 * the host derives from the secret of the installation ({@link Seals}): who can write the tables
 * alone can change a row, and can't make what belongs to it.
 *
 * <p><b>Digest.</b> Of {@code preau-digest-2}, 64 signs that nobody can guess (the salt), and the
 * content.
 *
 * <p><b>Seal.</b> Of {@code preau-seal-2}, the position (0 for the circular, then the answers), the
 * seal before (64 zeros for the circular) and the digest. So each answer seals all that came before
 * it, and the newest seal stands on whatever proof is printed: who changes a row changes every seal
 * after it, also those that families have on paper.
 *
 * <p>What a person said may be erased where nothing asks for it to be kept: content and salt go,
 * digest and seal stay. The chain holds, and says nothing of them any more.
 */
final class Seal {

    static final String NOTHING_BEFORE = "0".repeat(64);

    private static final String DIGEST = "preau-digest-2";
    private static final String SEAL = "preau-seal-2";

    private final Seals seals;

    Seal(Seals seals) {
        this.seals = seals;
    }

    String digest(String salt, List<String> content) {
        return seals.of(digested(salt, content));
    }

    boolean isDigest(String digest, String salt, List<String> content) {
        return seals.holds(digested(salt, content), digest);
    }

    private static String digested(String salt, List<String> content) {
        return canonical(Stream.concat(Stream.of(DIGEST, salt), content.stream()));
    }

    String seal(int position, String before, String digest) {
        return seals.of(sealed(position, before, digest));
    }

    boolean isSeal(String seal, int position, String before, String digest) {
        return seals.holds(sealed(position, before, digest), seal);
    }

    private static String sealed(int position, String before, String digest) {
        return canonical(Stream.of(SEAL, Integer.toString(position), before, digest));
    }

    static String canonical(Stream<String> texts) {
        return texts.map(text -> text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",")
                .collect(Collectors.joining());
    }

    static String text(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
