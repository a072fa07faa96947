package fr.preau.api.route;

/**
 * A refusal that a user can cause, thrown by a handler and told as a problem (RFC 9457) or as a
 * readable page.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final String title;

    /**
     * @param status the HTTP status, 400 to 499
     * @param type a stable word for programs, as in {@code recipient-not-allowed}
     * @param title what happened, in French
     * @param detail what is kept and what to do, in French
     */
    public Refusal(int status, String type, String title, String detail) {
        super(detail, null, false, false);
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("a refusal has a status from 400 to 499: " + status);
        }
        this.status = status;
        this.type = type;
        this.title = title;
    }

    public static Refusal notFound() {
        return new Refusal(
                404,
                "not-found",
                "Cette page n’existe pas",
                "Elle a peut-être été déplacée, ou l’adresse est incomplète.");
    }

    public static Refusal forbidden() {
        return new Refusal(
                403,
                "forbidden",
                "Cette page ne vous est pas ouverte",
                "Votre profil ne donne pas accès à cette page. Si c’est une erreur, écrivez à "
                        + "l’administrateur de votre collège.");
    }

    public int status() {
        return status;
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
