package fr.preau.testkit.compatibility;

import fr.preau.testkit.compatibility.TableColumn.Parent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table of a module as the database defines it.
 *
 * @param columns those that can be written
 */
record TableShape(String name, List<TableColumn> columns) {

    private static final String COLUMNS =
            "SELECT c.column_name, c.data_type, c.column_type, c.character_maximum_length,"
                    + " c.numeric_precision, c.numeric_scale, c.character_set_name, c.column_key,"
                    + " MAX(k.referenced_table_name), MAX(k.referenced_column_name),"
                    + " c.table_name"
                    + " FROM information_schema.columns c"
                    + " LEFT JOIN information_schema.key_column_usage k"
                    + " ON k.table_schema = c.table_schema AND k.table_name = c.table_name"
                    + " AND k.column_name = c.column_name"
                    + " AND k.referenced_table_name IS NOT NULL"
                    + " WHERE c.table_schema = ?"
                    + " AND c.is_generated = 'NEVER' AND c.extra NOT LIKE '%auto_increment%'"
                    + " GROUP BY c.table_name, c.column_name"
                    + " ORDER BY c.table_name, c.ordinal_position";

    TableShape {
        columns = List.copyOf(columns);
    }

    /** Tables, those that others lead to first. */
    static List<TableShape> of(
            Connection connection, String schema, Set<String> tables, EntityCodes codes)
            throws SQLException {
        TreeMap<String, TableShape> shapes = new TreeMap<>();
        columns(connection, schema, tables, codes)
                .forEach((table, columns) -> shapes.put(table, new TableShape(table, columns)));
        Set<TableShape> ordered = new LinkedHashSet<>();
        shapes.values().forEach(shape -> shape.after(shapes, new TreeSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private void after(
            TreeMap<String, TableShape> all, Set<String> waiting, Collection<TableShape> ordered) {
        if (!waiting.add(name)) {
            // A circle: one of them must be first.
            return;
        }
        for (TableColumn column : columns) {
            column.parent()
                    .map(parent -> all.get(parent.table()))
                    .ifPresent(parent -> parent.after(all, waiting, ordered));
        }
        ordered.add(this);
    }

    /** All in one question, for the database opens all tables to answer it. */
    private static Map<String, List<TableColumn>> columns(
            Connection connection, String schema, Set<String> tables, EntityCodes codes)
            throws SQLException {
        Map<String, TableChecks> checks = TableChecks.of(connection, schema);
        Map<String, List<TableColumn>> columns = new TreeMap<>();
        tables.forEach(table -> columns.put(table, new ArrayList<>()));
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String table = row.getString(11);
                    List<TableColumn> of = columns.get(table);
                    if (of != null) {
                        of.add(
                                column(
                                        row,
                                        checks.getOrDefault(table, TableChecks.NONE),
                                        codes.of(table, row.getString(1))));
                    }
                }
            }
        }
        return columns;
    }

    private static TableColumn column(ResultSet row, TableChecks checks, List<String> constants)
            throws SQLException {
        String name = row.getString(1);
        String type = checks.isJson(name) ? "json" : row.getString(2);
        List<String> codes = checks.codes(name);
        if (codes.isEmpty()) {
            codes = constants;
        }
        if (codes.isEmpty() && (type.equals("enum") || type.equals("set"))) {
            codes =
                    new TableChecks(List.of("`x` in " + row.getString(3).substring(type.length())))
                            .codes("x");
        }
        String parent = row.getString(9);
        return new TableColumn(
                name,
                type,
                longest(row, checks),
                "ascii".equals(row.getString(7)),
                row.getString(8).equals("PRI"),
                parent == null
                        ? Optional.empty()
                        : Optional.of(new Parent(parent, row.getString(10))),
                codes,
                checks.least(name, 0));
    }

    private static long longest(ResultSet row, TableChecks checks) throws SQLException {
        long characters = row.getLong(4);
        if (characters > 0) {
            return characters;
        }
        long digits = row.getLong(5) - row.getLong(6);
        String type = row.getString(2);
        long largest =
                type.equals("tinyint")
                        ? row.getString(3).equals("tinyint(1)") ? 1 : 127
                        : digits > 0 && digits < 18 ? Math.round(Math.pow(10, digits)) - 1 : 30_000;
        return checks.most(row.getString(1), Math.min(largest, 30_000));
    }
}
