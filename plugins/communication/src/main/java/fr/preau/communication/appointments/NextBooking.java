package fr.preau.communication.appointments;

import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.appointments.MeetingsCard.Line;
import fr.preau.communication.appointments.MeetingsCard.Visit;
import java.util.Map;

/** A slot that a family has, with the host who keeps it and the meeting it belongs to. */
public record NextBooking(Booking booking, MeetingHost host, Meeting meeting) {

    /** As the family reads it. */
    Line line(Map<PersonId, Person> people) {
        return new Line(
                meeting.id(),
                meeting.title(),
                booking.startsAt(),
                "/meetings/" + meeting.id() + "/book",
                new Visit(
                        false,
                        CardRow.nameOf(new PersonId(host.person()), people),
                        CardRow.nameOf(new PersonId(booking.child()), people),
                        host.place()));
    }
}
