package fr.preau.core.imports;

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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table that only says something about rows of other tables.
 *
 * @param keys the columns of the primary key
 * @param owner which of them names the person that a row is about
 */
record LinkTable(String name, List<Column> keys, int owner, List<Column> values) {

    LinkTable {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /**
     * Brings the table to hold exactly these rows.
     *
     * @param touched hears of each person something changed for
     * @return how many rows were written or deleted
     */
    int bring(
            Connection connection,
            Map<List<Object>, List<@Nullable Object>> wanted,
            Consumer<UUID> touched)
            throws SQLException {
        Map<List<Object>, List<@Nullable Object>> held = held(connection);
        int written = write(connection, wanted, held, touched);
        List<List<Object>> ended =
                held.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        ended.forEach(key -> touched.accept((UUID) key.get(owner)));
        return written + RowSql.delete(connection, name, names(keys), ended);
    }

    /** Like {@link #bring}, but rows that are not named stay as they are. */
    int bringAndKeep(
            Connection connection,
            Map<List<Object>, List<@Nullable Object>> wanted,
            Consumer<UUID> touched)
            throws SQLException {
        return write(connection, wanted, held(connection), touched);
    }

    /** For a table without values of its own. */
    static Map<List<Object>, List<@Nullable Object>> rows(Set<List<Object>> keys) {
        Map<List<Object>, List<@Nullable Object>> rows = new HashMap<>();
        keys.forEach(key -> rows.put(key, List.of()));
        return rows;
    }

    private int write(
            Connection connection,
            Map<List<Object>, List<@Nullable Object>> wanted,
            Map<List<Object>, List<@Nullable Object>> held,
            Consumer<UUID> touched)
            throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        wanted.forEach(
                (key, row) -> {
                    if (!row.equals(held.get(key))) {
                        List<@Nullable Object> complete = new ArrayList<>(key);
                        complete.addAll(row);
                        rows.add(complete);
                        touched.accept((UUID) key.get(owner));
                    }
                });
        List<String> columns =
                Stream.concat(keys.stream(), values.stream()).map(Column::name).toList();
        return RowSql.write(connection, name, columns, names(values), rows);
    }

    private Map<List<Object>, List<@Nullable Object>> held(Connection connection)
            throws SQLException {
        List<Column> columns = Stream.concat(keys.stream(), values.stream()).toList();
        String sql = "SELECT " + String.join(", ", names(columns)) + " FROM " + name;
        Map<List<Object>, List<@Nullable Object>> held = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<Object> key = new ArrayList<>(keys.size());
                List<@Nullable Object> row = new ArrayList<>(values.size());
                for (int i = 0; i < columns.size(); i++) {
                    Object value = columns.get(i).read(rows, i + 1);
                    if (i >= keys.size()) {
                        row.add(value);
                    } else if (value != null) {
                        key.add(value);
                    }
                }
                held.put(key, row);
            }
        }
        return held;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
