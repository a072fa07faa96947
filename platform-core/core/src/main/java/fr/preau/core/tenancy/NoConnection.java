package fr.preau.core.tenancy;

import java.sql.SQLException;

/**
 * The node had no connection to give: nothing of the work was begun, and none of it is to blame.
 */
public final class NoConnection extends DatabaseFailure {

    private static final long serialVersionUID = 1L;

    NoConnection(SQLException cause) {
        super(cause);
    }
}
