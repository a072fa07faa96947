package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The facts that modules could not handle, until somebody decides what becomes of them. */
public final class SetAsideFacts {

    private static final String LIST =
            "SELECT a.module, a.seq, e.name, e.publisher, e.at, a.tries, a.reason"
                    + " FROM core_event_set_aside a JOIN core_event e ON e.seq = a.seq"
                    + " ORDER BY a.at, a.seq, a.module LIMIT 200";

    private static final String BACK =
            "INSERT INTO core_event_delivery (module, seq, subject, failure)"
                    + " SELECT a.module, a.seq, e.subject, a.reason"
                    + " FROM core_event_set_aside a JOIN core_event e ON e.seq = a.seq"
                    + " WHERE a.module = ? AND a.seq = ?";

    private static final String GONE =
            "DELETE FROM core_event_set_aside WHERE module = ? AND seq = ?";

    private final UnitsOfWork units;
    private final Consumer<Uai> wake;

    /**
     * @param wake told of a collège where something is to be tried again
     */
    public SetAsideFacts(UnitsOfWork units, Consumer<Uai> wake) {
        this.units = units;
        this.wake = wake;
    }

    /** Those of a collège, the longest waiting first; 200 at most. */
    public List<SetAsideFact> at(Uai college) {
        return units.read(DatabaseSpace.of(college), unit -> list(unit.connection()));
    }

    private static List<SetAsideFact> list(Connection connection) throws SQLException {
        List<SetAsideFact> facts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(LIST);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                facts.add(
                        new SetAsideFact(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getInt(6),
                                row.getString(7)));
            }
        }
        return facts;
    }

    /**
     * Has it handled once more, with as many tries as at first. What came after it on the same
     * subject has been handled meanwhile.
     *
     * @return whether it was there
     */
    public boolean retry(Uai college, String module, long seq) {
        boolean there =
                units.write(
                        DatabaseSpace.of(college),
                        unit ->
                                change(unit.connection(), BACK, module, seq)
                                        & change(unit.connection(), GONE, module, seq));
        if (there) {
            wake.accept(college);
        }
        return there;
    }

    /** Gives it up; whether it was there. */
    public boolean giveUp(Uai college, String module, long seq) {
        return units.write(
                DatabaseSpace.of(college), unit -> change(unit.connection(), GONE, module, seq));
    }

    private static boolean change(Connection connection, String sql, String module, long seq)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, module);
            statement.setLong(2, seq);
            return statement.executeUpdate() > 0;
        }
    }
}
