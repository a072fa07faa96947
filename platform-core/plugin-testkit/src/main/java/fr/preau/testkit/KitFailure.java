package fr.preau.testkit;

/** Why the kit can't do what a test asks: the module is wrong, or the test is. */
public final class KitFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public KitFailure(String message) {
        super(message);
    }

    public KitFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
