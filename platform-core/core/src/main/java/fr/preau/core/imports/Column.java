package fr.preau.core.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column that an import compares, with the type that both sides have. */
record Column(String name, Type type) {

    enum Type {
        TEXT,
        DAY,
        FLAG,
        ID
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column day(String name) {
        return new Column(name, Type.DAY);
    }

    static Column flag(String name) {
        return new Column(name, Type.FLAG);
    }

    static Column id(String name) {
        return new Column(name, Type.ID);
    }

    @Nullable Object read(ResultSet row, int index) throws SQLException {
        Object value =
                switch (type) {
                    case TEXT -> row.getString(index);
                    case DAY -> row.getObject(index, LocalDate.class);
                    case FLAG -> row.getBoolean(index);
                    case ID -> UUID.fromString(row.getString(index));
                };
        return row.wasNull() ? null : value;
    }
}
