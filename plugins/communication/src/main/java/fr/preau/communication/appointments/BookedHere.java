package fr.preau.communication.appointments;

import fr.preau.api.agenda.Engagement;
import fr.preau.api.agenda.Engagements;
import fr.preau.api.school.College;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The meetings that somebody has at this collège, for their other ones. One statement. */
final class BookedHere implements Engagements {

    private final EntityManager entities;

    BookedHere(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Engagement> of(College college, PersonId person, Instant from, Instant until) {
        return entities.createNamedQuery("Booking.between", Booked.class)
                .setParameter("person", person.value())
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(
                        each ->
                                new Engagement(
                                        college,
                                        each.booking().startsAt(),
                                        each.booking().slot().end(),
                                        each.meeting().title()))
                .toList();
    }
}
