package fr.preau.portal.server;

/** Why Préau does not start, in words for whoever set it up. */
final class NotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotStarted(String reason) {
        super(reason, null, false, false);
    }
}
