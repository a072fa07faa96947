package fr.preau.maven;

/** The sources can't be built as they are; what is wrong is in the message. */
final class NotBuilt extends Exception {

    private static final long serialVersionUID = 1L;

    NotBuilt(String message) {
        super(message);
    }
}
