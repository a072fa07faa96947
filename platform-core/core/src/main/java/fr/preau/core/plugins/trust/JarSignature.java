package fr.preau.core.plugins.trust;

import java.util.Optional;

/**
 * What was found about the signature of one jar.
 *
 * @param signer empty where nobody signed, or where nothing can be said of who did
 * @param detail one English sentence for the operator, without a full stop
 */
public record JarSignature(SignatureStanding standing, Optional<Signer> signer, String detail) {

    static JarSignature of(SignatureStanding standing, String detail) {
        return new JarSignature(standing, Optional.empty(), detail);
    }

    static JarSignature of(SignatureStanding standing, Signer signer, String detail) {
        return new JarSignature(standing, Optional.of(signer), detail);
    }
}
