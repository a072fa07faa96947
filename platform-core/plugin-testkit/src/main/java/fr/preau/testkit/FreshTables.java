package fr.preau.testkit;

import fr.preau.core.tenancy.DatabaseSpace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Puts the tables of collèges back to how they were when it was asked to remember them: the tables
 * of a module as its migrations left them, the directory with the invented people.
 *
 * <p>Rows are put back and not rolled back, for what a module does is committed as in production.
 */
final class FreshTables {

    private static final String MEMORY = "preau_kit_memory";

    /** What {@link SchoolRows} fills; nobody else writes there. */
    private static final Set<String> DIRECTORY =
            Set.of(
                    "person",
                    "person_contact",
                    "school_class",
                    "class_member",
                    "school_group",
                    "group_member",
                    "group_teaching",
                    "subject",
                    "teaching",
                    "guardianship");

    /**
     * @param columns that can be written, separated by commas
     * @param empty whether there was nothing in it
     */
    private record Remembered(DatabaseSpace space, String table, String columns, boolean empty) {

        String original() {
            return "`" + space.name() + "`.`" + table + "`";
        }

        boolean isOfModule() {
            return !DIRECTORY.contains(table);
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
                for (Remembered table : tables(connection, space)) {
                    all.add(remembered(statement, table));
                }
            }
            tables = List.copyOf(all);
        } catch (SQLException e) {
            throw new KitFailure("the tables can't be remembered", e);
        }
    }

    private static Remembered remembered(Statement statement, Remembered table)
            throws SQLException {
        if (isEmpty(statement, table)) {
            return new Remembered(table.space, table.table, table.columns, true);
        }
        statement.execute("DROP TABLE IF EXISTS " + table.copy());
        statement.execute(
                "CREATE TABLE %s ENGINE=Aria TRANSACTIONAL=0 AS SELECT %s FROM %s"
                        .formatted(table.copy(), table.columns, table.original()));
        return table;
    }

    private static boolean isEmpty(Statement statement, Remembered table) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT 1 FROM " + table.original() + " LIMIT 1")) {
            return !row.next();
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
                    tables.add(new Remembered(space, row.getString(1), row.getString(2), false));
                }
            }
        }
        return tables;
    }

    /**
     * @param people whether there may be others in the directory, which no module writes
     */
    void putBack(boolean people) {
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            List<Remembered> changed = changed(statement, people);
            if (changed.isEmpty()) {
                return;
            }
            statement.execute("SET SESSION foreign_key_checks = 0");
            for (Remembered table : changed) {
                statement.execute("DELETE FROM " + table.original());
                if (!table.empty) {
                    statement.execute(
                            "INSERT INTO %s (%s) SELECT %s FROM %s"
                                    .formatted(
                                            table.original(),
                                            table.columns,
                                            table.columns,
                                            table.copy()));
                }
            }
            statement.execute("SET SESSION foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new KitFailure("the tables can't be put back", e);
        }
    }

    /** Those in which something may be different: one question for all that were empty. */
    private List<Remembered> changed(Statement statement, boolean people) throws SQLException {
        List<Remembered> changed = new ArrayList<>();
        List<Remembered> atFirstEmpty = tables.stream().filter(Remembered::empty).toList();
        for (Remembered table : tables) {
            if (!table.empty && (people || table.isOfModule())) {
                changed.add(table);
            }
        }
        String question =
                atFirstEmpty.stream()
                        .map(table -> "EXISTS (SELECT 1 FROM " + table.original() + ")")
                        .collect(Collectors.joining(", ", "SELECT 1, ", ""));
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            for (int i = 0; i < atFirstEmpty.size(); i++) {
                if (row.getBoolean(i + 2)) {
                    changed.add(atFirstEmpty.get(i));
                }
            }
        }
        return changed;
    }
}
