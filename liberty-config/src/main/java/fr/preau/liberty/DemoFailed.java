package fr.preau.liberty;

/** The demo could not go on; the message tells the person at the terminal why, in French. */
final class DemoFailed extends Exception {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message);
    }

    DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
