package fr.preau.core.plugins.gate;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitOfWork.RowReader;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What the modules cost, as {@link ModuleMeter} has kept it. */
public final class ModuleUsage {

    private static final String SUMS =
            " SUM(calls), SUM(errors), SUM(late), SUM(micros), SUM(statements), SUM(bytes)"
                    + " FROM module_usage WHERE module = ? AND hour >= ? GROUP BY 1 ORDER BY 1";

    /**
     * What calls cost together.
     *
     * @param late calls that were given up
     * @param micros time of all calls
     * @param statements SQL
     * @param bytes of memory that was allocated
     */
    public record Cost(
            long calls, long errors, long late, long micros, long statements, long bytes) {

        private static Cost of(ResultSet row) throws SQLException {
            return new Cost(
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7));
        }
    }

    /** What a module cost in one hour at all collèges. */
    public record Hour(Instant start, Cost cost) {}

    /** What a module cost at one collège. */
    public record AtCollege(Uai uai, Cost cost) {}

    private final UnitsOfWork units;
    private final Clock clock;

    public ModuleUsage(UnitsOfWork units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    /** The hours in which it was called, the oldest first. */
    public List<Hour> byHour(String module, Duration back) {
        return read(
                "SELECT hour,",
                module,
                back,
                row ->
                        new Hour(
                                row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                Cost.of(row)));
    }

    /** The collèges at which it was called. */
    public List<AtCollege> byCollege(String module, Duration back) {
        return read(
                "SELECT uai,",
                module,
                back,
                row -> new AtCollege(new Uai(row.getString(1)), Cost.of(row)));
    }

    private <T> List<T> read(String what, String module, Duration back, RowReader<T> reader) {
        LocalDateTime since = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(back);
        return units.read(
                DatabaseSpace.platform(), unit -> unit.query(what + SUMS, reader, module, since));
    }
}
