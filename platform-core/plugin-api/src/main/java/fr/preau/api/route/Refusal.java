package fr.preau.api.route;

import java.util.List;

/**
 * A refusal that a user can cause, thrown by a handler and told as a problem (RFC 9457) or as a
 * readable page.
 *
 * <p>A module says it in its own words, with the constructor. {@link #notFound} and {@link
 * #forbidden} are told by the portal, which finds the right words for a pupil and for an adult.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;
    private final transient List<Object> arguments;

    /**
     * @param status the HTTP status, 400 to 499
     * @param type a stable word for programs, as in {@code recipient-not-allowed}
     * @param title what happened, in French
     * @param detail what is kept and what to do, in French
     */
    public Refusal(int status, String type, String title, String detail) {
        this(status, type, title, detail, List.of());
    }

    private Refusal(int status, String type, String title, String detail, List<Object> arguments) {
        super(detail, null, false, false);
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("a refusal has a status from 400 to 499: " + status);
        }
        this.status = status;
        this.type = type;
        this.title = title;
        this.arguments = arguments;
    }

    /**
     * A refusal of the host, which the portal tells in the words it keeps for this type.
     *
     * @param arguments for the places in these words
     */
    public static Refusal ofType(int status, String type, Object... arguments) {
        return new Refusal(status, type, "", "", List.of(arguments));
    }

    public static Refusal notFound() {
        return ofType(404, "not-found");
    }

    public static Refusal forbidden() {
        return ofType(403, "forbidden");
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    /** What happened; empty when the portal has the words. */
    public String title() {
        return title;
    }

    /** What is kept and what to do; empty when the portal has the words. */
    public String detail() {
        return String.valueOf(super.getMessage());
    }

    /** Whether the portal has the words. */
    public boolean isToldByThePortal() {
        return title.isEmpty();
    }

    /** For the places in the words of the portal. */
    public List<Object> arguments() {
        return arguments;
    }

    @Override
    public String getMessage() {
        return isToldByThePortal() ? type : detail();
    }
}
