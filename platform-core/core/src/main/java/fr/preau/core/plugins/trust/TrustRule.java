package fr.preau.core.plugins.trust;

import java.util.Optional;

/** Which modules an installation admits by their signature. */
public enum TrustRule {

    /** In production: only what a known publisher signed. */
    KNOWN_ONLY {
        @Override
        public Optional<String> refusal(JarSignature signature) {
            return signature.standing() == SignatureStanding.KNOWN
                    ? Optional.empty()
                    : Optional.of(
                            signature.detail()
                                    + "; here only modules of known publishers are installed");
        }
    },

    /** In a demo and where modules are written: every jar that can be read, visibly marked. */
    OPEN {
        @Override
        public Optional<String> refusal(JarSignature signature) {
            return signature.standing() == SignatureStanding.UNREADABLE
                    ? Optional.of(signature.detail())
                    : Optional.empty();
        }
    };

    /** Why the jar is not installed, to be put after its name; empty if it is. */
    public abstract Optional<String> refusal(JarSignature signature);

    /** Whether the jar is installed only because this mode is open, so that pages must say so. */
    public boolean marks(JarSignature signature) {
        return refusal(signature).isEmpty() && KNOWN_ONLY.refusal(signature).isPresent();
    }
}
