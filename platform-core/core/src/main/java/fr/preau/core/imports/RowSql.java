package fr.preau.core.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements for many rows at once, one round trip per few hundred rows, whatever the driver's
 * options are.
 */
final class RowSql {

    private static final int ROWS_PER_STATEMENT = 400;

    private RowSql() {}

    /**
     * Inserts rows, or overwrites those that have the same key.
     *
     * @param overwritten the columns to overwrite; none for rows that are known to be new
     */
    static int write(
            Connection connection,
            String table,
            List<String> columns,
            List<String> overwritten,
            List<? extends List<? extends @Nullable Object>> rows)
            throws SQLException {
        String head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
        String tail =
                overwritten.isEmpty()
                        ? ""
                        : overwritten.stream()
                                .map(column -> column + " = VALUES(" + column + ")")
                                .collect(Collectors.joining(", ", " ON DUPLICATE KEY UPDATE ", ""));
        return inChunks(connection, head, tuple(columns.size()), tail, List.of(), rows);
    }

    static int delete(
            Connection connection,
            String table,
            List<String> keyColumns,
            List<? extends List<? extends @Nullable Object>> keys)
            throws SQLException {
        String head =
                "DELETE FROM " + table + " WHERE (" + String.join(", ", keyColumns) + ") IN (";
        return inChunks(connection, head, tuple(keyColumns.size()), ")", List.of(), keys);
    }

    /** Sets one column of the rows with these identities. */
    static int set(
            Connection connection,
            String table,
            String column,
            @Nullable Object value,
            List<UUID> ids)
            throws SQLException {
        String head = "UPDATE " + table + " SET " + column + " = ? WHERE id IN (";
        return inChunks(
                connection,
                head,
                "?",
                ")",
                Collections.singletonList(value),
                ids.stream().map(List::of).toList());
    }

    private static String tuple(int size) {
        return "(" + String.join(", ", Collections.nCopies(size, "?")) + ")";
    }

    private static int inChunks(
            Connection connection,
            String head,
            String placeholder,
            String tail,
            List<? extends @Nullable Object> before,
            List<? extends List<? extends @Nullable Object>> rows)
            throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
            String sql =
                    head + String.join(", ", Collections.nCopies(chunk.size(), placeholder)) + tail;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int index = bind(statement, 1, before);
                for (List<? extends @Nullable Object> row : chunk) {
                    index = bind(statement, index, row);
                }
                statement.executeUpdate();
            }
        }
        return rows.size();
    }

    private static int bind(
            PreparedStatement statement, int first, List<? extends @Nullable Object> values)
            throws SQLException {
        int index = first;
        for (Object value : values) {
            statement.setObject(index++, value);
        }
        return index;
    }
}
