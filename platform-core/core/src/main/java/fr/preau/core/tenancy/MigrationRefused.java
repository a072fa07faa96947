package fr.preau.core.tenancy;

/** Tables that could not be made at one space, with the reason in one line. */
public final class MigrationRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MigrationRefused(String owner, DatabaseSpace space, Throwable cause) {
        super(about(owner, space) + reason(cause), cause);
        this.reason = reason(cause);
    }

    MigrationRefused(String owner, DatabaseSpace space, String reason) {
        super(about(owner, space) + reason);
        this.reason = reason;
    }

    /** Why, without where. */
    public String reason() {
        return reason;
    }

    private static String about(String owner, DatabaseSpace space) {
        return "tables of " + owner + " in " + space + ": ";
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
