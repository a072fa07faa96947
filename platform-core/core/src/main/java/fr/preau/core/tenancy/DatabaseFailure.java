package fr.preau.core.tenancy;

import java.sql.SQLException;

/** The database could not do what it should have been able to do. */
public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
