package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows made up from the columns of a module's empty tables: types, lengths, foreign keys, checks,
 * and the codes of its entities. Other identities are those of people of the collège.
 *
 * @param codes of the entities
 */
record GeneratedRows(EntityCodes codes) implements Filling {

    /** MariaDB's number for a key that is there already. */
    private static final int DUPLICATE = 1062;

    @Override
    public void fill(PreauKit kit, KitCollege college, int many, String mark) {
        fill(kit, college, kit.scripts().tablesMade(), many, mark);
    }

    /** Fills those of some tables that are empty. */
    void fill(PreauKit kit, KitCollege college, Set<String> tables, int many, String mark) {
        String schema = Tables.schema(college);
        List<UUID> people =
                college.everybody().stream().map(person -> person.id().value()).toList();
        try (Connection connection = kit.dataSource().getConnection()) {
            for (TableShape table : TableShape.of(connection, schema, tables, codes)) {
                if (count(connection, schema, table.name()) == 0) {
                    new Writing(connection, schema, table, mark, people).write(many);
                }
            }
        } catch (SQLException e) {
            throw new KitFailure("no rows can be made up: " + e.getMessage());
        }
    }

    private static long count(Connection connection, String schema, String table)
            throws SQLException {
        String sql = "SELECT COUNT(*) FROM `%s`.`%s`".formatted(schema, table);
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Of one table. */
    private record Writing(
            Connection connection,
            String schema,
            TableShape table,
            String mark,
            List<UUID> people) {

        void write(int many) throws SQLException {
            Map<TableColumn, List<String>> parents = new HashMap<>();
            for (TableColumn column : table.columns()) {
                if (column.parent().isPresent()) {
                    parents.put(column, parents(column.parent().get()));
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(insert())) {
                SQLException refused = null;
                int written = 0;
                for (int row = 0; row < many; row++) {
                    try {
                        bind(statement, row, parents);
                        written += statement.executeUpdate();
                    } catch (SQLException e) {
                        refused = e.getErrorCode() == DUPLICATE ? refused : e;
                    }
                }
                if (refused != null && written == 0) {
                    throw new KitFailure(table.name() + " takes no rows: " + refused.getMessage());
                }
            }
        }

        private String insert() {
            return "INSERT INTO `%s`.`%s` (%s) VALUES (%s)"
                    .formatted(
                            schema,
                            table.name(),
                            table.columns().stream()
                                    .map(column -> "`" + column.name() + "`")
                                    .collect(Collectors.joining(", ")),
                            table.columns().stream()
                                    .map(column -> "?")
                                    .collect(Collectors.joining(", ")));
        }

        private List<String> parents(TableColumn.Parent parent) throws SQLException {
            List<String> values = new ArrayList<>();
            String sql =
                    "SELECT `%s` FROM `%s`.`%s`".formatted(parent.column(), schema, parent.table());
            try (PreparedStatement statement = connection.prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    values.add(row.getString(1));
                }
            }
            return values;
        }

        private void bind(
                PreparedStatement statement, int row, Map<TableColumn, List<String>> parents)
                throws SQLException {
            for (int i = 0; i < table.columns().size(); i++) {
                TableColumn column = table.columns().get(i);
                List<String> parent = parents.get(column);
                Object value =
                        parent == null
                                ? value(column, row, people.get((row + i) % people.size()))
                                : parent.isEmpty() ? null : parent.get(row % parent.size());
                statement.setObject(i + 1, value);
            }
        }

        private @Nullable Object value(TableColumn column, int row, UUID person) {
            if (!column.codes().isEmpty()) {
                return column.codes().get(row % column.codes().size());
            }
            if (column.holdsIdentity()) {
                return (column.key() ? identity(column, row) : person).toString();
            }
            int day = row % 28 + 1;
            return switch (column.type()) {
                case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                        text(column, row);
                case "tinyint", "bit", "smallint", "mediumint", "int", "bigint", "decimal" ->
                        number(column, row);
                case "float", "double" -> number(column, row);
                case "date" -> "2026-11-%02d".formatted(day);
                case "datetime", "timestamp" -> "2026-11-%02d 08:%02d:00".formatted(day, row % 60);
                case "time" -> "08:%02d:00".formatted(row % 60);
                case "year" -> "2026";
                case "json" -> "{}";
                default -> (mark + row).getBytes(StandardCharsets.UTF_8);
            };
        }

        private UUID identity(TableColumn column, int row) {
            String place = schema + "." + table.name() + "." + column.name() + row;
            return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
        }

        private static long number(TableColumn column, int row) {
            long span = Math.max(1, column.longest() - column.least() + 1);
            return column.least() + (row + 1) % span;
        }

        /** The number of the row at its end, also where the mark does not fit. */
        private String text(TableColumn column, int row) {
            String whole = (column.ascii() ? mark.replaceAll("[^ -~]", "") : mark) + " " + row;
            String last = Integer.toString(row);
            return whole.length() <= column.longest()
                    ? whole
                    : IntStream.range(0, Math.toIntExact(column.longest()))
                            .mapToObj(at -> at < last.length() ? last.substring(at, at + 1) : "")
                            .collect(Collectors.joining());
        }
    }
}
