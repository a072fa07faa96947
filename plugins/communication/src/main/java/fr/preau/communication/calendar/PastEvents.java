package fr.preau.communication.calendar;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.SchoolCalendar;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Forgets what is long past: what somebody noted for themselves a year after it was, what was of
 * the collège or of a class three years after.
 */
final class PastEvents {

    static final String JOB = "calendar-past";

    private static final int AT_ONCE = 500;

    private final EntityManager entities;
    private final Clock clock;

    PastEvents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    Job job() {
        return Job.daily(JOB, LocalTime.of(3, 40), this::forget);
    }

    private void forget(JobRun run) {
        entities.createNamedQuery("BroughtFile.deleteOld")
                .setParameter("before", clock.instant().minus(Duration.ofDays(1)))
                .executeUpdate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        boolean more =
                forget(today.minusYears(1), List.of(EventKind.PERSONAL))
                        | forget(
                                today.minusYears(3), List.of(EventKind.COLLEGE, EventKind.CLASSES));
        if (more) {
            run.moreToDo();
        }
    }

    /**
     * @return whether there may be more
     */
    private boolean forget(LocalDate before, List<EventKind> kinds) {
        List<UUID> past =
                entities.createNamedQuery("CalendarEvent.past", UUID.class)
                        .setParameter("before", before)
                        .setParameter("kinds", kinds)
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        if (!past.isEmpty()) {
            entities.createNamedQuery("CalendarEvent.deleteThese")
                    .setParameter("ids", past)
                    .executeUpdate();
        }
        return past.size() == AT_ONCE;
    }
}
