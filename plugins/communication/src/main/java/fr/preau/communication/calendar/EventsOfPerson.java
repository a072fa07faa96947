package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the calendar keeps of a person: the events that they entered, and that they have a secret
 * address. Their own go with them; those of the collège and of classes stay for the others and say
 * no longer who entered them.
 */
final class EventsOfPerson implements PersonalData {

    private final EntityManager entities;
    private final NewIds ids;

    EventsOfPerson(EntityManager entities, NewIds ids) {
        this.entities = entities;
        this.ids = ids;
    }

    @Override
    public List<KeptEvent> export(PersonId person) {
        Stream<KeptEvent> events =
                entities.createNamedQuery("CalendarEvent.ofAuthor", CalendarEvent.class)
                        .setParameter("person", person.value())
                        .getResultStream()
                        .map(EventsOfPerson::kept);
        Stream<KeptEvent> files =
                entities.createNamedQuery("BroughtFile.ofOwner", BroughtFile.class)
                        .setParameter("person", person.value())
                        .getResultStream()
                        .map(file -> kept("file", file.broughtAt(), file.content()));
        Stream<KeptEvent> address =
                Stream.ofNullable(entities.find(FeedAddress.class, person.value()))
                        .map(feed -> kept("feed", feed.madeAt(), ""));
        return Stream.of(events, files, address).flatMap(each -> each).toList();
    }

    private static KeptEvent kept(String kind, Instant at, String content) {
        String day = FrenchDays.day(LocalDate.ofInstant(at, SchoolCalendar.ZONE));
        return new KeptEvent(Wording.of("calendar.kept." + kind), "", day, "", content);
    }

    private static KeptEvent kept(CalendarEvent event) {
        String repetition = Said.repetition(event.when(), event.repetition());
        String when = Said.whole(event.when());
        return new KeptEvent(
                Wording.of("calendar.kept." + event.kind()),
                event.text().title(),
                repetition.isEmpty() ? when : when + " · " + repetition,
                event.text().place(),
                event.text().details());
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int own =
                entities.createNamedQuery("CalendarEvent.deletePersonalOf")
                        .setParameter("person", person.value())
                        .setParameter("personal", EventKind.PERSONAL)
                        .executeUpdate();
        int others =
                entities.createNamedQuery("CalendarEvent.renameAuthor")
                        .setParameter("person", person.value())
                        .setParameter("nobody", ids.next())
                        .executeUpdate();
        int more =
                deleted("FeedAddress.deleteOf", person) + deleted("BroughtFile.deleteOf", person);
        return new ErasureReport(own + more, others, List.of());
    }

    private int deleted(String query, PersonId person) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .executeUpdate();
    }
}
