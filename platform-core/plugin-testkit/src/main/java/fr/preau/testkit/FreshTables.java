package fr.preau.testkit;

import fr.preau.core.tenancy.DatabaseSpace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Puts the tables of collèges back to how they were when it was asked to remember them: the tables
 * of a module as its migrations left them, the directory with the invented people.
 *
 * <p>Rows are put back and not rolled back, for what a module does is committed as in production.
 */
final class FreshTables {

    private static final String MEMORY = "preau_kit_memory";

    /**
     * @param columns that can be written, separated by commas
     */
    private record Remembered(DatabaseSpace space, String table, String columns) {

        String original() {
            return "`" + space.name() + "`.`" + table + "`";
        }

        String copy() {
            return "`" + MEMORY + "`.`" + space.name() + "__" + table + "`";
        }
    }

    private final DataSource schemaChanges;
    private List<Remembered> tables = List.of();

    FreshTables(DataSource schemaChanges) {
        this.schemaChanges = schemaChanges;
    }

    /** From now on the tables are put back to how they are now. */
    void remember(List<DatabaseSpace> spaces) {
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + MEMORY);
            List<Remembered> all = new ArrayList<>();
            for (DatabaseSpace space : spaces) {
                all.addAll(tables(connection, space));
            }
            for (Remembered table : all) {
                statement.execute("DROP TABLE IF EXISTS " + table.copy());
                statement.execute(
                        "CREATE TABLE %s ENGINE=Aria TRANSACTIONAL=0 AS SELECT %s FROM %s"
                                .formatted(table.copy(), table.columns, table.original()));
            }
            tables = List.copyOf(all);
        } catch (SQLException e) {
            throw new KitFailure("the tables can't be remembered", e);
        }
    }

    private static List<Remembered> tables(Connection connection, DatabaseSpace space)
            throws SQLException {
        List<Remembered> tables = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT t.table_name, GROUP_CONCAT(CONCAT('`', c.column_name, '`'))"
                                + " FROM information_schema.tables t"
                                + " JOIN information_schema.columns c"
                                + " ON c.table_schema = t.table_schema"
                                + " AND c.table_name = t.table_name"
                                + " WHERE t.table_schema = ? AND t.table_type = 'BASE TABLE'"
                                + " AND t.table_name NOT LIKE '%\\_history'"
                                + " AND c.is_generated = 'NEVER' GROUP BY t.table_name")) {
            statement.setString(1, space.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(new Remembered(space, row.getString(1), row.getString(2)));
                }
            }
        }
        return tables;
    }

    void putBack() {
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            connection.setAutoCommit(false);
            for (Remembered table : tables) {
                statement.addBatch("DELETE FROM " + table.original());
                statement.addBatch(
                        "INSERT INTO %s (%s) SELECT %s FROM %s"
                                .formatted(
                                        table.original(),
                                        table.columns,
                                        table.columns,
                                        table.copy()));
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("SET SESSION foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new KitFailure("the tables can't be put back", e);
        }
    }
}
