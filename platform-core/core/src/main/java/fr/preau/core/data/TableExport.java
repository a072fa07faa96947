package fr.preau.core.data;

import fr.preau.core.tenancy.UnitOfWork;
import jakarta.json.stream.JsonGenerator;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;

/** Writes the rows of a table as JSON, one after the other. */
final class TableExport {

    /** So many rows come from MariaDB at a time. */
    private static final int ROWS = 500;

    private TableExport() {}

    /**
     * Writes an array of objects, one a row.
     *
     * @param table a name that MariaDB itself has told
     * @return how many rows there were
     */
    static long write(UnitOfWork unit, String table, JsonGenerator json) throws SQLException {
        if (!table.matches("[A-Za-z0-9_$]{1,64}")) {
            throw new IllegalArgumentException("not a table's name: " + table);
        }
        long count = 0;
        json.writeStartArray();
        try (PreparedStatement statement =
                unit.connection().prepareStatement("SELECT * FROM `" + table + "`")) {
            statement.setFetchSize(ROWS);
            try (ResultSet row = statement.executeQuery()) {
                ResultSetMetaData columns = row.getMetaData();
                while (row.next()) {
                    write(row, columns, json);
                    count++;
                }
            }
        }
        json.writeEnd();
        return count;
    }

    private static void write(ResultSet row, ResultSetMetaData columns, JsonGenerator json)
            throws SQLException {
        json.writeStartObject();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            if (row.getObject(i) == null) {
                json.writeNull(name);
            } else {
                write(row, i, name, columns.getColumnType(i), json);
            }
        }
        json.writeEnd();
    }

    private static void write(ResultSet row, int i, String name, int type, JsonGenerator json)
            throws SQLException {
        switch (type) {
            case Types.BIT, Types.BOOLEAN -> json.write(name, row.getBoolean(i));
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> json.write(name, row.getLong(i));
            case Types.BIGINT, Types.DECIMAL, Types.NUMERIC ->
                    json.write(name, row.getBigDecimal(i));
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> json.write(name, row.getDouble(i));
            case Types.DATE -> json.write(name, row.getObject(i, LocalDate.class).toString());
            case Types.TIMESTAMP ->
                    json.write(name, row.getObject(i, LocalDateTime.class).toString());
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                    json.write(name, Base64.getEncoder().encodeToString(row.getBytes(i)));
            default -> json.write(name, row.getString(i));
        }
    }
}
