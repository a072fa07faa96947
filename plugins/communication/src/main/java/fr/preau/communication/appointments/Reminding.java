package fr.preau.communication.appointments;

import fr.preau.api.job.JobRun;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Reminds families and hosts of what is tomorrow, once. */
final class Reminding {

    private static final int AT_ONCE = 200;

    private final EntityManager entities;
    private final MeetingNotices notices;
    private final Clock clock;

    Reminding(EntityManager entities, MeetingNotices notices, Clock clock) {
        this.entities = entities;
        this.notices = notices;
        this.clock = clock;
    }

    /** A portion; what was not reminded in time, for the server was down, is left alone. */
    void run(JobRun run) {
        LocalDate tomorrowDay = ParisTime.day(clock.instant()).plusDays(1);
        List<Booking> tomorrow =
                entities.createNamedQuery("Booking.toRemind", Booking.class)
                        .setParameter("from", ParisTime.at(tomorrowDay, LocalTime.MIDNIGHT))
                        .setParameter(
                                "until", ParisTime.at(tomorrowDay.plusDays(1), LocalTime.MIDNIGHT))
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        for (Booking booking : tomorrow) {
            Meeting meeting = entities.find(Meeting.class, booking.meeting());
            if (meeting != null) {
                notices.reminded(booking, meeting);
            }
            booking.remind();
        }
        if (tomorrow.size() == AT_ONCE) {
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
