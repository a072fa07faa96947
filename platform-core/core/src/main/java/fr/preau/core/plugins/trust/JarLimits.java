package fr.preau.core.plugins.trust;

/**
 * How much of a jar is looked at before it is refused as too large.
 *
 * @param entries in its directory
 * @param unpackedBytes of all entries together
 * @param signingBytes of each file of META-INF that belongs to the signature, which are read whole
 */
public record JarLimits(int entries, long unpackedBytes, int signingBytes) {

    /** Ten times what a large module needs. */
    public static final JarLimits USUAL = new JarLimits(20_000, 256L << 20, 4 << 20);

    public JarLimits {
        if (entries < 1 || unpackedBytes < 1 || signingBytes < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }
}
