package fr.preau.testkit.compatibility;

/** A form that was sent as its page offers it, and failed. */
final class FormFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FormFailed(String message) {
        super(message);
    }
}
