package fr.preau.core.tenancy;

/** A migration script that MariaDB did not accept, with its reason in one line. */
public final class MigrationRefused extends Exception {

    private static final long serialVersionUID = 1L;

    MigrationRefused(String owner, DatabaseSpace space, Throwable cause) {
        super("tables of " + owner + " in " + space + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
