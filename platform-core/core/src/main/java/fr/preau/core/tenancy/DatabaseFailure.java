package fr.preau.core.tenancy;

import java.sql.SQLException;

/** The database could not do what it should have been able to do. */
public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** SQLSTATE «serialization failure» (ISO 9075). */
    private static final String DEADLOCK = "40001";

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the database has rolled work back to end a deadlock: nothing of it is there, and it
     * may succeed when it is done again.
     */
    static boolean isDeadlock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DEADLOCK.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
