package fr.preau.core.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables that modules have at collèges, seen as the user that may change schemas. */
public final class SpaceTables {

    private static final String HISTORY = "_schema_history";

    private static final List<String> KEPT_OF_SCRIPTS =
            List.of(HISTORY, "_schema_steps", "_schema_undo", "_schema_undo_steps");

    /**
     * A table.
     *
     * @param rows as MariaDB estimates them
     * @param bytes with its indexes, as MariaDB estimates them
     */
    public record Size(DatabaseSpace space, String table, long rows, long bytes) {

        /** Whether it is where it is kept what has run, which says nothing of the collège. */
        public boolean isHistory() {
            return KEPT_OF_SCRIPTS.stream().anyMatch(table::endsWith);
        }
    }

    private final DataSource schemaChanges;

    /**
     * @param schemaChanges connections of the user that may change schemas
     */
    public SpaceTables(DataSource schemaChanges) {
        this.schemaChanges = schemaChanges;
    }

    /** The tables of a module in these spaces, those of earlier releases among them. */
    public List<Size> of(Collection<DatabaseSpace> spaces, String module) {
        if (spaces.isEmpty()) {
            return List.of();
        }
        String prefix = ModuleTables.prefixOf(module);
        Map<DatabaseSpace, List<Size>> found =
                beginningWith(spaces, prefix).stream().collect(Collectors.groupingBy(Size::space));
        return found.values().stream().flatMap(there -> own(there, prefix).stream()).toList();
    }

    /**
     * Where the module never ran its scripts nothing is its own; and what another module ran, whose
     * id goes on from this one's, is the other's.
     */
    private static List<Size> own(List<Size> there, String prefix) {
        List<String> histories =
                there.stream()
                        .map(Size::table)
                        .filter(table -> table.endsWith(HISTORY))
                        .map(table -> table.substring(0, table.length() - HISTORY.length() + 1))
                        .toList();
        if (!histories.contains(prefix)) {
            return List.of();
        }
        return there.stream()
                .filter(
                        size ->
                                histories.stream()
                                        .filter(other -> !other.equals(prefix))
                                        .noneMatch(size.table()::startsWith))
                .toList();
    }

    /**
     * Copies the tables of a module with all that is in them, for trying something on the copy.
     *
     * @return empty when somebody else has a copy now
     */
    public Optional<SpaceCopy> copy(DatabaseSpace from, String module) {
        return SpaceCopy.of(schemaChanges, of(List.of(from), module));
    }

    /** Drops a copy that a node left when it died; to be repeated every hour or so. */
    public void dropForgottenCopy() {
        SpaceCopy.dropForgotten(schemaChanges);
    }

    private List<Size> beginningWith(Collection<DatabaseSpace> spaces, String prefix) {
        String sql =
                "SELECT table_schema, table_name, COALESCE(table_rows, 0),"
                        + " COALESCE(data_length, 0) + COALESCE(index_length, 0)"
                        + " FROM information_schema.tables WHERE table_schema IN ("
                        + String.join(", ", Collections.nCopies(spaces.size(), "?"))
                        + ") AND LEFT(table_name, ?) = ? ORDER BY table_schema, table_name";
        List<Size> sizes = new ArrayList<>();
        try (Connection connection = schemaChanges.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (DatabaseSpace space : spaces) {
                statement.setString(place++, space.name());
            }
            statement.setInt(place++, prefix.length());
            statement.setString(place, prefix);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sizes.add(
                            new Size(
                                    new DatabaseSpace(row.getString(1)),
                                    row.getString(2),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return sizes;
    }

    /**
     * Drops all tables of a module in a space; repeated, it drops what is left.
     *
     * @return how many there were
     */
    public int drop(DatabaseSpace space, String module) {
        List<Size> own = of(List.of(space), module);
        if (own.isEmpty()) {
            return 0;
        }
        // The history last: without it, what is left would be nobody's.
        List<String> names =
                own.stream()
                        .sorted(Comparator.comparing(size -> size.table().endsWith(HISTORY)))
                        .map(size -> "`" + space.name() + "`.`" + size.table() + "`")
                        .toList();
        try (Connection connection = schemaChanges.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            try {
                for (String name : names) {
                    statement.execute("DROP TABLE IF EXISTS " + name);
                }
            } finally {
                statement.execute("SET foreign_key_checks = 1");
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return names.size();
    }
}
