package fr.preau.communication.appointments;

import fr.preau.api.job.JobRun;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes meetings off with all that was booked: on request, and at their term. */
final class Closing {

    private static final int AT_ONCE = 10;

    private final EntityManager entities;
    private final Diary diary;
    private final MeetingNotices notices;
    private final Clock clock;

    Closing(EntityManager entities, MeetingNotices notices, Clock clock) {
        this.entities = entities;
        this.diary = new Diary(entities);
        this.notices = notices;
        this.clock = clock;
    }

    /** Meetings are kept for their school year and the one after. */
    void forgetOld(JobRun run) {
        List<Meeting> old =
                entities.createNamedQuery("Meeting.endedBefore", Meeting.class)
                        .setParameter("before", ParisTime.at(firstDayKept(), LocalTime.MIDNIGHT))
                        .setMaxResults(AT_ONCE)
                        .getResultList();
        old.forEach(this::remove);
        if (old.size() == AT_ONCE) {
            run.moreToDo();
        }
    }

    private LocalDate firstDayKept() {
        LocalDate today = ParisTime.day(clock.instant());
        LocalDate began = LocalDate.of(today.getYear(), Month.AUGUST, 1);
        return (today.isBefore(began) ? began.minusYears(1) : began).minusYears(1);
    }

    /** Takes a meeting off that families rely on: they are told. */
    void cancel(Meeting meeting) {
        List<Booking> bookings = bookings(meeting);
        if (meeting.isOver(clock.instant())) {
            bookings = List.of();
        }
        notices.removed(meeting, bookings);
        remove(meeting);
    }

    private void remove(Meeting meeting) {
        List<UUID> hosts =
                entities.createNamedQuery("MeetingHost.ofMeeting", MeetingHost.class)
                        .setParameter("meeting", meeting.id())
                        .getResultStream()
                        .map(MeetingHost::id)
                        .toList();
        Stream<UUID> blocks =
                hosts.isEmpty()
                        ? Stream.of()
                        : entities.createNamedQuery("Block.ofHosts", UUID.class)
                                .setParameter("hosts", hosts)
                                .getResultStream();
        diary.release(Stream.concat(bookings(meeting).stream().map(Booking::id), blocks).toList());
        // The rest goes with it, by its foreign keys.
        entities.remove(meeting);
        entities.flush();
    }

    private List<Booking> bookings(Meeting meeting) {
        return entities.createNamedQuery("Booking.ofMeeting", Booking.class)
                .setParameter("meeting", meeting.id())
                .getResultList();
    }
}
