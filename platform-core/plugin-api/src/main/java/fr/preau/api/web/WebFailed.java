package fr.preau.api.web;

/** A server outside did not answer as it should; the message says how, without what was sent. */
public final class WebFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public WebFailed(String reason) {
        super(reason);
    }
}
