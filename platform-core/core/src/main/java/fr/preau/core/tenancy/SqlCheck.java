package fr.preau.core.tenancy;

import java.sql.SQLException;

/** Refuses SQL that may not be said here and now. */
@FunctionalInterface
public interface SqlCheck {

    /**
     * @throws SQLException with the reason, when this may not be said
     */
    void check(String sql) throws SQLException;
}
