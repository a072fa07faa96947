package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of some tables of a space, for trying scripts on it; it is dropped when it is closed.
 *
 * <p>There is one at a time for all nodes. One that a dead node left is replaced by the next.
 */
public final class SpaceCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpaceCopy.class);

    private static final DatabaseSpace COPY = new DatabaseSpace("preau_trial");

    private static final String LOCK = "SELECT GET_LOCK('" + COPY + "', 0)";

    private static final String CREATE = "CREATE TABLE ";

    private final Connection connection;
    private long rows;

    private SpaceCopy(Connection connection) {
        this.connection = connection;
    }

    /** Drops what a dead node left; a copy that is in use stays. */
    static void dropForgotten(DataSource schemaChanges) {
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            if (answers(connection, LOCK)) {
                statement.execute("DROP DATABASE IF EXISTS `" + COPY + "`");
                statement.execute("DO RELEASE_LOCK('" + COPY + "')");
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Copies these tables; empty when there is another copy now. */
    static Optional<SpaceCopy> of(DataSource schemaChanges, List<SpaceTables.Size> tables) {
        Connection connection = null;
        try {
            connection = schemaChanges.getConnection();
            if (!answers(connection, LOCK)) {
                connection.close();
                return Optional.empty();
            }
            SpaceCopy copy = new SpaceCopy(connection);
            copy.fill(tables);
            return Optional.of(copy);
        } catch (SQLException e) {
            end(connection);
            throw new DatabaseFailure(e);
        }
    }

    private static boolean answers(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getInt(1) == 1;
        }
    }

    private void fill(List<SpaceTables.Size> tables) throws SQLException {
        int before = connection.getTransactionIsolation();
        // Otherwise reading what is copied would hold up who writes there.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE DATABASE `" + COPY + "`");
            for (SpaceTables.Size table : tables) {
                String from = "`%s`.`%s`".formatted(table.space(), table.table());
                String to = "`%s`.`%s`".formatted(COPY, table.table());
                statement.execute(
                        "SET STATEMENT foreign_key_checks = 0 FOR "
                                + CREATE
                                + to
                                + definition(from).substring(CREATE.length() + nameEnd(table)));
                String columns = columns(table);
                int copied =
                        statement.executeUpdate(
                                "SET STATEMENT foreign_key_checks = 0 FOR INSERT INTO %s (%s) SELECT %s FROM %s"
                                        .formatted(to, columns, columns, from));
                rows += table.isHistory() ? 0 : copied;
            }
        } finally {
            connection.setTransactionIsolation(before);
        }
    }

    private static int nameEnd(SpaceTables.Size table) {
        return table.table().length() + 2;
    }

    private String definition(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE " + table)) {
            row.next();
            return row.getString(2);
        }
    }

    /** Those that can be written: MariaDB makes the generated ones again. */
    private String columns(SpaceTables.Size table) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        // A name may hold the sign that ends it, and this runs as who may
                        // everything.
                        "SELECT GROUP_CONCAT(CONCAT('`', REPLACE(column_name, '`', '``'), '`')"
                                + " SEPARATOR ', ') FROM"
                                + " information_schema.columns WHERE table_schema = ? AND"
                                + " table_name = ? AND is_generated = 'NEVER'")) {
            statement.setString(1, table.space().name());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Where the copy is. */
    public DatabaseSpace space() {
        return COPY;
    }

    /** How many rows were copied, without those that say which scripts have run. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() {
        end(connection);
    }

    private static void end(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + COPY + "`");
            statement.execute("DO RELEASE_LOCK('" + COPY + "')");
        } catch (SQLException e) {
            LOG.warn("the copy {} is dropped with the next one: {}", COPY, e.getMessage());
        }
    }
}
