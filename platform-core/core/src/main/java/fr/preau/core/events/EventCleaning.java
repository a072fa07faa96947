package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away the facts that have done their duty. */
public final class EventCleaning {

    /**
     * How long a module that is switched off keeps its place: longer than the holidays between two
     * terms.
     */
    public static final Duration KEPT_WHILE_OFF = Duration.ofDays(20);

    /** How long a fact stays after everybody has handled it. */
    static final Duration KEPT = Duration.ofDays(7);

    /** After which a fact is not delivered by itself any more. */
    static final Duration STALE = Duration.ofDays(30);

    /** How long a fact that was set aside waits for somebody to decide. */
    static final Duration KEPT_ASIDE = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(EventCleaning.class);

    private static final int AT_ONCE = 2_000;

    private static final String OFF_FOR_LONG =
            "DELETE FROM core_event_delivery WHERE module IN"
                    + " (SELECT module FROM core_event_listener WHERE off_since < ?)";

    private static final String FORGOTTEN = "DELETE FROM core_event_listener WHERE off_since < ?";

    private static final String STALE_ASIDE =
            "INSERT INTO core_event_set_aside (module, seq, tries, reason, at)"
                    + " SELECT d.module, d.seq, d.tries,"
                    + " COALESCE(d.failure, 'the module did not answer for thirty days'), ?"
                    + " FROM core_event_delivery d JOIN core_event e ON e.seq = d.seq"
                    + " WHERE e.at < ?";

    private static final String STALE_GONE =
            "DELETE FROM core_event_delivery WHERE EXISTS"
                    + " (SELECT 1 FROM core_event_set_aside a"
                    + " WHERE a.module = core_event_delivery.module"
                    + " AND a.seq = core_event_delivery.seq)";

    private static final String ASIDE_FOR_LONG = "DELETE FROM core_event_set_aside WHERE at < ?";

    private static final String DONE =
            "DELETE FROM core_event WHERE at < ?"
                    + " AND NOT EXISTS (SELECT 1 FROM core_event_delivery d"
                    + " WHERE d.seq = core_event.seq)"
                    + " AND NOT EXISTS (SELECT 1 FROM core_event_set_aside a"
                    + " WHERE a.seq = core_event.seq)"
                    + " ORDER BY at LIMIT "
                    + AT_ONCE;

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final JobLeases leases;
    private final Clock clock;

    public EventCleaning(UnitsOfWork units, OpenModules modules, JobLeases leases, Clock clock) {
        this.units = units;
        this.modules = modules;
        this.leases = leases;
        this.clock = clock;
    }

    /** Cleans all collèges; one node does it for all. */
    public void clean() {
        for (Uai college : modules.colleges()) {
            if (Thread.currentThread().isInterrupted()
                    || !leases.take("event-cleaning", Duration.ofMinutes(5))) {
                return;
            }
            try {
                clean(college);
            } catch (RuntimeException e) {
                LOG.warn("old facts of {} could not be taken away", college, e);
            }
        }
    }

    void clean(Uai college) {
        DatabaseSpace space = DatabaseSpace.of(college);
        units.write(space, unit -> forget(unit.connection()));
        int gone;
        do {
            gone = units.write(space, unit -> change(unit.connection(), DONE, before(KEPT)));
        } while (gone == AT_ONCE);
    }

    private int forget(Connection connection) throws SQLException {
        return change(connection, OFF_FOR_LONG, before(KEPT_WHILE_OFF))
                + change(connection, FORGOTTEN, before(KEPT_WHILE_OFF))
                + change(connection, STALE_ASIDE, before(Duration.ZERO), before(STALE))
                + change(connection, STALE_GONE)
                + change(connection, ASIDE_FOR_LONG, before(KEPT_ASIDE));
    }

    private LocalDateTime before(Duration age) {
        return Inbox.utc(clock.instant().minus(age));
    }

    private static int change(Connection connection, String sql, LocalDateTime... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
