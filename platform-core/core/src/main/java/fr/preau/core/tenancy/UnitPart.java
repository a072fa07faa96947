package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something that takes part in a unit of work that changes rows, such as the facts that it will
 * have published.
 */
public interface UnitPart {

    /**
     * Writes what it has gathered, by the last statements before the commit: all locks of the unit
     * are held by then.
     */
    void beforeCommit(Connection connection) throws SQLException;

    /** All is on disk, and the unit of work has ended. */
    void afterCommit();
}
