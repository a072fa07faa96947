package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tries on one connection what must not be possible on any of its pool. What the driver does is
 * tried, not how its options are written: they have several spellings, defaults that change, and
 * side effects.
 */
final class PoolCheck {

    private final Connection connection;

    private PoolCheck(Connection connection) {
        this.connection = connection;
    }

    /** Leaves the connection in another role than before: it must be thrown away afterwards. */
    static void check(Connection connection) throws SQLException {
        PoolCheck check = new PoolCheck(connection);
        check.requireStatementsPreparedByTheDriver();
        check.requireOneStatementAtATime();
        check.requireNoRightsWithoutARole();
    }

    /**
     * A statement prepared on the server belongs to the schema in which it was prepared; kept in a
     * cache, it would work on another collège's rows.
     */
    private void requireStatementsPreparedByTheDriver() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT ?")) {
            query.setInt(1, 1);
            query.executeQuery().close();
        }
        insertInBatch();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_stmt_prepare'")) {
            if (!row.next() || row.getInt(2) != 0) {
                throw new IllegalStateException(
                        "the data source prepares statements on the server: a cached one would work"
                                + " on another collège's rows. useServerPrepStmts, useBulkStmts and"
                                + " useBulkStmtsForInserts must be false");
            }
        }
    }

    /** The driver has a way of its own for batches, and one more for batches of inserts. */
    private void insertInBatch() throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO preau_nowhere.nothing VALUES (?)")) {
            for (int i = 0; i < 2; i++) {
                insert.setInt(1, i);
                insert.addBatch();
            }
            insert.executeBatch();
            throw new IllegalStateException("there is a table preau_nowhere.nothing");
        } catch (SQLException e) {
            // There is no such table; whether it was prepared on the server is counted all the
            // same.
            if (connection.isClosed()) {
                throw e;
            }
        }
    }

    /** Otherwise a text that slipped into a query could end it and say SET ROLE. */
    private void requireOneStatementAtATime() throws SQLException {
        boolean took;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1; SELECT 2");
            took = true;
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            took = false;
        }
        if (took) {
            throw new IllegalStateException(
                    "the data source takes two statements at once: allowMultiQueries and"
                            + " rewriteBatchedStatements must be false");
        }
    }

    private void requireNoRightsWithoutARole() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE NONE");
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT schema_name FROM information_schema.schemata"
                                    + " WHERE schema_name <> 'information_schema' LIMIT 1")) {
                if (row.next()) {
                    throw new IllegalStateException(
                            "the application's user shall have no right of its own, but it sees "
                                    + row.getString(1)
                                    + ": what one collège writes there, all can read");
                }
            }
        }
    }
}
