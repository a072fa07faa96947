package fr.preau.communication.appointments;

import fr.preau.api.notice.Notice;
import fr.preau.api.notice.Notices;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people are told of meetings: that one may be booked, what the school has booked or cancelled
 * for them, and what comes soon. Of an appointment the guardian whose it is hears, and whoever
 * offers own hours. Titles name the meeting and nobody.
 */
final class MeetingNotices {

    private static final String MEETING = "meeting";
    private static final String BOOKING = "appointment";

    private final EntityManager entities;
    private final Notices notices;

    MeetingNotices(EntityManager entities, Notices notices) {
        this.entities = entities;
        this.notices = notices;
    }

    /** Guardians may book; who was told already is not told again. */
    void opened(Meeting meeting) {
        Set<PersonId> guardians =
                entities.createNamedQuery("Invited.ofMeeting", Invited.class)
                        .setParameter("meeting", meeting.id())
                        .getResultStream()
                        .map(invited -> new PersonId(invited.guardian()))
                        .collect(Collectors.toSet());
        meeting.tell();
        if (!guardians.isEmpty()) {
            notices.tell(
                    Notice.of(
                            MEETING,
                            "meeting-" + meeting.id(),
                            Wording.of("appointments.told.opened", meeting.title()),
                            "/meetings/" + meeting.id() + "/book"),
                    guardians);
        }
    }

    /** A meeting that is no more. */
    void removed(Meeting meeting, Collection<Booking> bookings) {
        notices.withdraw("meeting-" + meeting.id());
        for (Booking booking : bookings) {
            tell(booking, meeting, "removed", "/meetings", List.of());
        }
    }

    /** Something of a booking has changed; whoever did it knows. */
    void changed(Booking booking, Meeting meeting, Change change, PersonId by) {
        tell(
                booking,
                meeting,
                change.name().toLowerCase(Locale.ROOT),
                "/meetings/" + meeting.id() + "/book",
                List.of(by));
        PersonId host = new PersonId(booking.hostPerson());
        // Who receives a whole evening looks at the plan; own hours nobody looks at every day.
        if (meeting.kind() == Meeting.Kind.SLOTS && !host.equals(by)) {
            String what = change.name().toLowerCase(Locale.ROOT);
            notices.tell(
                    Notice.of(
                            BOOKING,
                            "host-" + key(what, booking),
                            title(what, booking, meeting),
                            "/hosts/" + booking.host()),
                    host);
        }
    }

    /** What may happen to a booking. */
    enum Change {
        BOOKED,
        MOVED,
        CANCELLED
    }

    /** It is tomorrow: for the guardian and for the host, who gets one notice for all families. */
    void reminded(Booking booking, Meeting meeting) {
        tell(booking, meeting, "reminder", "/meetings/" + meeting.id() + "/book", List.of());
        notices.tell(
                Notice.of(
                        BOOKING,
                        "plan-" + booking.host(),
                        Wording.of(
                                "appointments.told.plan",
                                meeting.title(),
                                FrenchDays.dayOfYear(ParisTime.day(booking.startsAt()))),
                        "/hosts/" + booking.host()),
                new PersonId(booking.hostPerson()));
    }

    private void tell(
            Booking booking, Meeting meeting, String what, String path, List<PersonId> but) {
        PersonId guardian = new PersonId(booking.guardian());
        if (booking.isOfNoGuardian() || but.contains(guardian)) {
            return;
        }
        notices.tell(
                Notice.of(BOOKING, key(what, booking), title(what, booking, meeting), path)
                        .about(new PersonId(booking.child())),
                guardian);
    }

    private static String key(String what, Booking booking) {
        return what + "-" + booking.id() + "-" + BookingDesk.minuteOf(booking.slot());
    }

    private static String title(String what, Booking booking, Meeting meeting) {
        return Wording.of(
                "appointments.told." + what,
                meeting.title(),
                ParisTime.said(booking.startsAt()),
                FrenchDays.dayOfYear(ParisTime.day(booking.startsAt())));
    }
}
