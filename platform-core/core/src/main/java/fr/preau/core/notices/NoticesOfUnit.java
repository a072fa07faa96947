package fr.preau.core.notices;

import fr.preau.core.tenancy.UnitPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of work tells people: gathered, so that a letter to a thousand people, each of whom
 * has a conversation of their own, takes a few statements.
 */
final class NoticesOfUnit implements UnitPart {

    private static final int AT_ONCE = 250;

    private static final int MOST = 100_000;

    private final List<ToldRow> rows = new ArrayList<>();
    private final Runnable wake;
    private boolean told;

    NoticesOfUnit(Runnable wake) {
        this.wake = wake;
    }

    void add(ToldRow row) {
        if (rows.size() >= MOST) {
            throw new IllegalStateException("one unit of work tells " + MOST + " people at most");
        }
        rows.add(row);
        told = true;
    }

    @Override
    public void beforeCommit(Connection connection) throws SQLException {
        write(connection);
    }

    /** Writes what was gathered so far. */
    void write(Connection connection) throws SQLException {
        rows.sort(Comparator.comparing(ToldRow::order));
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            write(connection, rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
        }
        rows.clear();
    }

    /** Whoever was told the same before is passed over: by the key of the table, in any case. */
    private static void write(Connection connection, List<ToldRow> some) throws SQLException {
        String sql =
                "INSERT IGNORE INTO core_notice "
                        + ToldRow.COLUMNS
                        + " VALUES "
                        + String.join(", ", Collections.nCopies(some.size(), ToldRow.HOLES));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int hole = 1;
            for (ToldRow row : some) {
                for (@Nullable Object value : row.values()) {
                    statement.setObject(hole++, value);
                }
            }
            statement.executeUpdate();
        }
    }

    @Override
    public void afterCommit() {
        if (told) {
            wake.run();
        }
    }
}
