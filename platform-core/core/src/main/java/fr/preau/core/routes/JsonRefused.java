package fr.preau.core.routes;

/** JSON is too large, or not what was expected; the message tells where. */
public final class JsonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonRefused(String reason) {
        super(reason);
    }

    /** The same, one level further out. */
    JsonRefused within(String member) {
        return new JsonRefused(member + ": " + getMessage());
    }
}
