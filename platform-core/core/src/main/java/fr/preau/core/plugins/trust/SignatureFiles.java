package fr.preau.core.plugins.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signatures as they stand in META-INF, each a file with digests and a block with certificates.
 *
 * <p>{@code JarFile} passes over a signature with a weak algorithm in silence, as if it were not
 * there. This looks for the reason.
 */
final class SignatureFiles {

    private static final Pattern NAME = Pattern.compile("META-INF/(.+)\\.SF");

    /**
     * Of the headers of the bundle. Without it the JDK accepts other headers than those signed, as
     * long as the entries fit.
     */
    private static final Pattern DIGEST_OF_HEADERS =
            Pattern.compile("(.+)-Digest-Manifest-Main-Attributes", Pattern.CASE_INSENSITIVE);

    private static final Pattern STRONG_DIGEST =
            Pattern.compile("SHA(3)?-(256|384|512)", Pattern.CASE_INSENSITIVE);

    /** The object identifiers of MD5, SHA-1 and their signatures, as DER writes them. */
    private static final Map<String, String> WEAK_ALGORITHMS =
            Map.of(
                    "06082a864886f70d0205", "MD5",
                    "06092a864886f70d010104", "MD5",
                    "06052b0e03021a", "SHA-1",
                    "06092a864886f70d010105", "SHA-1",
                    "06072a8648ce380403", "SHA-1",
                    "06072a8648ce3d0401", "SHA-1");

    private record Block(byte[] digests, byte[] der) {}

    private final Map<String, Block> blocks = new TreeMap<>();

    SignatureFiles(Map<String, byte[]> files) {
        files.forEach(
                (name, bytes) -> {
                    Matcher matcher = NAME.matcher(name);
                    if (matcher.matches()) {
                        blocks.put(
                                matcher.group(1), new Block(bytes, der(files, matcher.group(1))));
                    }
                });
    }

    private static byte[] der(Map<String, byte[]> files, String name) {
        return List.of("RSA", "EC", "DSA").stream()
                .map(kind -> files.get("META-INF/" + name + "." + kind))
                .filter(bytes -> bytes != null)
                .findFirst()
                .orElse(new byte[0]);
    }

    boolean none() {
        return blocks.isEmpty();
    }

    /** Why the signature made with this certificate can be forged, if it can. */
    Optional<String> weaknessOf(Certificate signer) {
        return blocks.values().stream()
                .filter(block -> certificates(block).contains(signer))
                .flatMap(block -> weakDigest(block).stream())
                .findFirst();
    }

    /**
     * Why {@code JarFile} took no notice of any of them, as far as a weak algorithm explains it.
     */
    Optional<String> weakness() {
        return blocks.values().stream().flatMap(block -> weakness(block).stream()).findFirst();
    }

    private static Optional<String> weakness(Block block) {
        return weakDigest(block)
                .or(
                        () ->
                                certificates(block).stream()
                                        .flatMap(each -> WeakKeys.weakness(each).stream())
                                        .findFirst())
                .or(() -> weakAlgorithm(block));
    }

    private static Optional<String> weakDigest(Block block) {
        try {
            Attributes main =
                    new Manifest(new ByteArrayInputStream(block.digests)).getMainAttributes();
            List<String> digests =
                    main.keySet().stream()
                            .map(key -> DIGEST_OF_HEADERS.matcher(key.toString()))
                            .filter(Matcher::matches)
                            .map(matcher -> matcher.group(1))
                            .toList();
            if (digests.isEmpty()) {
                return Optional.of("it leaves the headers of the manifest open");
            }
            return digests.stream().anyMatch(each -> STRONG_DIGEST.matcher(each).matches())
                    ? Optional.empty()
                    : Optional.of("its digests are " + Shown.text(String.join(", ", digests)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Only asked once a block was not accepted, so that a chance find of these bytes can at worst
     * give one refusal the name of another.
     */
    private static Optional<String> weakAlgorithm(Block block) {
        String hex = HexFormat.of().formatHex(block.der);
        return WEAK_ALGORITHMS.entrySet().stream()
                .filter(each -> hex.contains(each.getKey()))
                .map(each -> "it is made with " + each.getValue())
                .findFirst();
    }

    private static List<Certificate> certificates(Block block) {
        if (block.der.length == 0) {
            return List.of();
        }
        try {
            return List.copyOf(
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(block.der)));
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }
}
