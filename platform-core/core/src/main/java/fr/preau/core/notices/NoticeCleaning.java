package fr.preau.core.notices;

import fr.preau.api.school.Uai;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away what was told long ago. */
public final class NoticeCleaning {

    /** A term of school: what nobody has opened by then, nobody will. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final Logger LOG = LoggerFactory.getLogger(NoticeCleaning.class);

    private static final int AT_ONCE = 2_000;

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final JobLeases leases;
    private final Clock clock;

    public NoticeCleaning(UnitsOfWork units, OpenModules modules, JobLeases leases, Clock clock) {
        this.units = units;
        this.modules = modules;
        this.leases = leases;
        this.clock = clock;
    }

    /** Cleans all collèges; one node does it for all. */
    public void clean() {
        for (Uai college : modules.colleges()) {
            if (Thread.currentThread().isInterrupted()
                    || !leases.take("notice-cleaning", Duration.ofMinutes(5))) {
                return;
            }
            try {
                clean(college);
            } catch (RuntimeException e) {
                LOG.warn("old notices of {} could not be taken away", college, e);
            }
        }
    }

    /** A portion each time, so that nobody waits long for a row. */
    void clean(Uai college) {
        int gone;
        do {
            gone =
                    units.write(
                            DatabaseSpace.of(college),
                            unit ->
                                    unit.update(
                                            "DELETE FROM core_notice WHERE told_at < ?"
                                                    + " ORDER BY told_at LIMIT "
                                                    + AT_ONCE,
                                            NoticeBoard.utc(clock.instant().minus(KEPT))));
        } while (gone == AT_ONCE);
    }
}
