package fr.preau.core.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The mark that tells a demonstration's database from a real one.
 *
 * <p>It is set when nobody has an account yet, and stays: the passwords of a demonstration are
 * known to everybody, and its invented people have no place among real ones.
 */
public final class InstallationMark {

    /** What a database is for. */
    public enum Kind {
        REAL,
        DEMO
    }

    private static final String MARK =
            "INSERT INTO installation (id, demo, since) VALUES (1, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE demo ="
                    + " IF(EXISTS (SELECT 1 FROM account), demo, VALUES(demo))";

    private final UnitsOfWork units;
    private final Clock clock;

    public InstallationMark(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /**
     * Marks a database that nobody has used yet, and holds one that was used to its mark.
     *
     * @throws IllegalStateException when it is of the other kind
     */
    public void require(Kind wanted) {
        Kind found =
                units.write(
                        DatabaseSpace.platform(),
                        unit -> {
                            mark(unit, wanted);
                            return read(unit);
                        });
        if (found != wanted) {
            throw new IllegalStateException(
                    found == Kind.DEMO
                            ? "this database was filled in demo mode, with invented people and"
                                    + " passwords that everybody knows: start it with"
                                    + " PREAU_DEMO=true, or begin with an empty one"
                            : "this database is a real installation's: it is not started with"
                                    + " PREAU_DEMO=true");
        }
    }

    private void mark(UnitOfWork unit, Kind wanted) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(MARK)) {
            statement.setBoolean(1, wanted == Kind.DEMO);
            statement.setObject(2, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
            statement.executeUpdate();
        }
    }

    private static Kind read(UnitOfWork unit) throws SQLException {
        try (PreparedStatement statement =
                        unit.connection().prepareStatement("SELECT demo FROM installation");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the installation was not marked");
            }
            return row.getBoolean(1) ? Kind.DEMO : Kind.REAL;
        }
    }
}
