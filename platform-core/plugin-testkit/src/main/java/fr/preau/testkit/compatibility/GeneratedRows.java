package fr.preau.testkit.compatibility;

import fr.preau.testkit.KitCollege;
import fr.preau.testkit.KitFailure;
import fr.preau.testkit.PreauKit;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows made up from nothing but the columns of a module's tables: identities that lead from one
 * table to another where a foreign key says so, and else to people of the collège.
 *
 * <p>What a column means beyond its type it can't know: a module whose texts are codes says itself
 * how it is filled.
 */
final class GeneratedRows implements Filling {

    /**
     * @param parent table and column to which a foreign key leads
     */
    private record Column(
            String name, String type, String full, Optional<String> parent, boolean key) {}

    @Override
    public void fill(PreauKit kit, KitCollege college, int many, String mark) {
        fill(kit, college, kit.scripts().tablesMade(), many, mark);
    }

    void fill(PreauKit kit, KitCollege college, Set<String> tables, int many, String mark) {
        String schema = Tables.schema(college);
        List<UUID> people =
                college.everybody().stream().map(person -> person.id().value()).toList();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            for (String table : tables) {
                fill(connection, schema, table, many, mark, people);
            }
            statement.execute("SET SESSION foreign_key_checks = 1");
        } catch (SQLException e) {
            throw new KitFailure("no rows can be made up: " + e.getMessage());
        }
    }

    private static void fill(
            Connection connection,
            String schema,
            String table,
            int many,
            String mark,
            List<UUID> people)
            throws SQLException {
        List<Column> columns = columns(connection, schema, table);
        String sql =
                "INSERT IGNORE INTO `%s`.`%s` (%s) VALUES (%s)"
                        .formatted(
                                schema,
                                table,
                                columns.stream()
                                        .map(column -> "`" + column.name + "`")
                                        .collect(Collectors.joining(", ")),
                                columns.stream().map(c -> "?").collect(Collectors.joining(", ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < many; row++) {
                for (int i = 0; i < columns.size(); i++) {
                    UUID person = people.get((row + i) % people.size());
                    statement.setObject(i + 1, value(table, columns.get(i), row, mark, person));
                }
                statement.executeUpdate();
            }
        }
    }

    private static List<Column> columns(Connection connection, String schema, String table)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT c.column_name, c.data_type, c.column_type, c.column_key,"
                                + " MAX(CONCAT(k.referenced_table_name, '.',"
                                + " k.referenced_column_name))"
                                + " FROM information_schema.columns c"
                                + " LEFT JOIN information_schema.key_column_usage k"
                                + " ON k.table_schema = c.table_schema"
                                + " AND k.table_name = c.table_name"
                                + " AND k.column_name = c.column_name"
                                + " AND k.referenced_table_name IS NOT NULL"
                                + " WHERE c.table_schema = ? AND c.table_name = ?"
                                + " AND c.is_generated = 'NEVER'"
                                + " GROUP BY c.column_name ORDER BY c.ordinal_position")) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(
                            new Column(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    Optional.ofNullable(row.getString(5)),
                                    row.getString(4).equals("PRI")));
                }
            }
        }
        return columns;
    }

    private static Object value(String table, Column column, int row, String mark, UUID person) {
        String place = column.parent.orElse(table + "." + column.name);
        return switch (column.type) {
            case "uuid" -> column.key || column.parent.isPresent() ? identity(place, row) : person;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                    text(column, place, row, mark);
            case "tinyint", "bit" -> row % 2;
            case "smallint", "mediumint", "int", "bigint", "decimal", "float", "double" -> row + 1;
            case "date" -> "2026-11-" + (row % 28 + 1);
            case "datetime", "timestamp" ->
                    "2026-11-%02d 08:%02d:00".formatted(row % 28 + 1, row % 60);
            case "time" -> "08:%02d:00".formatted(row % 60);
            case "enum", "set" -> column.full.replaceFirst("^[a-z]+\\('([^']*)'.*", "$1");
            case "json" -> "{}";
            default -> (mark + row).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static UUID identity(String place, int row) {
        return UUID.nameUUIDFromBytes((place + row).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Column column, String place, int row, String mark) {
        String text = column.parent.isPresent() ? place + row : mark + " " + row;
        int longest =
                column.full.matches("(var)?char\\(\\d+\\).*")
                        ? Integer.parseInt(column.full.replaceAll("\\D+(\\d+).*", "$1"))
                        : Integer.MAX_VALUE;
        String fitting = longest < text.length() ? Integer.toString(row) : text;
        return fitting.substring(0, Math.min(longest, fitting.length()));
    }
}
