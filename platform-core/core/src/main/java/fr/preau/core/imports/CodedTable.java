package fr.preau.core.imports;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows have an identity of ours and a code of the académie's, and are never deleted:
 * a row that a delivery does not name any more gets the day on which it went.
 *
 * @param gone the column of that day
 */
record CodedTable(String name, String code, List<Column> values, String gone) {

    /** What was brought up to date: the identity of each code, and what became of the rows. */
    record Brought(
            Map<String, UUID> ids,
            Set<String> added,
            Set<String> changed,
            Map<String, List<@Nullable Object>> left,
            int written) {

        UUID id(String code) {
            UUID id = ids.get(code);
            if (id == null) {
                throw new IllegalStateException("no row for the code " + code);
            }
            return id;
        }
    }

    private record Held(UUID id, boolean isGone, List<@Nullable Object> values) {}

    CodedTable {
        values = List.copyOf(values);
    }

    Brought bring(
            Connection connection,
            Map<String, List<@Nullable Object>> wanted,
            LocalDate today,
            TimeBasedEpochGenerator newIds)
            throws SQLException {
        Map<String, Held> held = held(connection);
        Map<String, UUID> ids = new HashMap<>();
        Set<String> added = new HashSet<>();
        Set<String> changed = new HashSet<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        wanted.forEach(
                (code, row) -> {
                    Held former = held.get(code);
                    UUID id = former == null ? newIds.generate() : former.id();
                    ids.put(code, id);
                    if (former == null || former.isGone()) {
                        added.add(code);
                        rows.add(complete(id, code, row));
                    } else if (!former.values().equals(row)) {
                        changed.add(code);
                        rows.add(complete(id, code, row));
                    }
                });
        Map<String, List<@Nullable Object>> left = new HashMap<>();
        List<UUID> leaving = new ArrayList<>();
        held.forEach(
                (code, row) -> {
                    ids.putIfAbsent(code, row.id());
                    if (!row.isGone() && !wanted.containsKey(code)) {
                        left.put(code, row.values());
                        leaving.add(row.id());
                    }
                });
        List<String> columns = new ArrayList<>(List.of("id", code, gone));
        List<String> overwritten = new ArrayList<>(List.of(gone));
        for (Column column : values) {
            columns.add(column.name());
            overwritten.add(column.name());
        }
        int written =
                RowSql.write(connection, name, columns, overwritten, rows)
                        + RowSql.set(connection, name, gone, today, leaving);
        return new Brought(ids, added, changed, left, written);
    }

    private static List<@Nullable Object> complete(
            UUID id, String code, List<@Nullable Object> values) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(id);
        row.add(code);
        row.add(null);
        row.addAll(values);
        return row;
    }

    private Map<String, Held> held(Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT id, " + code + ", " + gone);
        values.forEach(column -> sql.append(", ").append(column.name()));
        sql.append(" FROM ").append(name);
        Map<String, Held> held = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                List<@Nullable Object> row = new ArrayList<>(values.size());
                for (int i = 0; i < values.size(); i++) {
                    row.add(values.get(i).read(rows, i + 4));
                }
                UUID id = UUID.fromString(rows.getString(1));
                held.put(rows.getString(2), new Held(id, rows.getString(3) != null, row));
            }
        }
        return held;
    }
}
