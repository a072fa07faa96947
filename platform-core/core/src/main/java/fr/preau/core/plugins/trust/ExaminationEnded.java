package fr.preau.core.plugins.trust;

/** Ends the examination of a jar early, with what it comes to. */
final class ExaminationEnded extends Exception {

    private static final long serialVersionUID = 1L;

    private final SignatureStanding standing;

    ExaminationEnded(SignatureStanding standing, String detail) {
        super(detail);
        this.standing = standing;
    }

    JarSignature signature() {
        return JarSignature.of(standing, String.valueOf(getMessage()));
    }
}
