package fr.preau.communication.appointments;

import fr.preau.api.job.JobRun;
import fr.preau.communication.schooldays.TellingDays;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Reminds families and hosts, once, of what is tomorrow; on the last day with school, of all that
 * comes until there is school again.
 */
final class Reminding {

    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final MeetingNotices notices;
    private final TellingDays days;
    private final Clock clock;

    Reminding(EntityManager entities, MeetingNotices notices, TellingDays days, Clock clock) {
        this.entities = entities;
        this.notices = notices;
        this.days = days;
        this.clock = clock;
    }

    /** A portion; what was not reminded in time, for the server was down, is left alone. */
    void run(JobRun run) {
        LocalDate today = ParisTime.day(clock.instant());
        LocalDate last = days.firstAfter(today);
        List<Booking> soon =
                entities.createNamedQuery("Booking.toRemind", Booking.class)
                        .setParameter("from", ParisTime.at(today.plusDays(1), LocalTime.MIDNIGHT))
                        .setParameter("until", ParisTime.at(last.plusDays(1), LocalTime.MIDNIGHT))
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        for (Booking booking : soon) {
            Meeting meeting = entities.find(Meeting.class, booking.meeting());
            if (meeting != null) {
                notices.reminded(booking, meeting);
            }
            booking.remind();
        }
        if (soon.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    /** Tells families of what they may book since a moment ago. */
    void tellOpen(JobRun run) {
        entities.createNamedQuery("Meeting.toTell", Meeting.class)
                .setParameter("now", clock.instant())
                .getResultList()
                .forEach(notices::opened);
    }
}
