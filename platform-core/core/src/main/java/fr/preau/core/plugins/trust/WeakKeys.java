package fr.preau.core.plugins.trust;

import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/**
 * Keys too short to sign a jar with: stricter than {@code jdk.jar.disabledAlgorithms}, whose limit
 * for RSA is 1024 bits.
 */
final class WeakKeys {

    private static final int SHORTEST_RSA = 2048;

    private static final int SHORTEST_CURVE = 224;

    private WeakKeys() {}

    static Optional<String> weakness(Certificate certificate) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAKey rsa) {
            return shorter("RSA", rsa.getModulus().bitLength(), SHORTEST_RSA);
        }
        if (key instanceof DSAKey dsa) {
            return shorter("DSA", dsa.getParams().getP().bitLength(), SHORTEST_RSA);
        }
        if (key instanceof ECKey curve) {
            return shorter("EC", curve.getParams().getOrder().bitLength(), SHORTEST_CURVE);
        }
        return Optional.empty();
    }

    private static Optional<String> shorter(String kind, int bits, int least) {
        return bits >= least
                ? Optional.empty()
                : Optional.of("a key of " + kind + " has only " + bits + " bits");
    }
}
