package fr.preau.communication.appointments;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.remembered.Remembered;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the cards of the accueil, each in one statement, and one more for names where something is
 * booked; in none where no meeting is ahead.
 */
final class CardReading {

    private static final int MOST = 3;

    private final EntityManager entities;
    private final Directory directory;
    private final Remembered<Boolean> ahead;
    private final Clock clock;

    CardReading(
            EntityManager entities, Directory directory, Remembered<Boolean> ahead, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.ahead = ahead;
        this.clock = clock;
    }

    /** The meetings at which this guardian may book and has not. */
    MeetingsCard toBook(College college, Caller guardian) {
        if (!ahead.of(college, this::anyIsAhead)) {
            return new MeetingsCard(List.of());
        }
        return card(
                entities.createNamedQuery("Meeting.toBook")
                        .setParameter(1, guardian.person().toString())
                        .setParameter(2, now())
                        .setParameter(3, now())
                        .getResultList());
    }

    /** What this person has next, as a guardian or as a host. */
    MeetingsCard next(College college, Caller reader) {
        if (!ahead.of(college, this::anyIsAhead)) {
            return new MeetingsCard(List.of());
        }
        String person = reader.person().toString();
        return card(
                entities.createNamedQuery("Meeting.next")
                        .setParameter(1, person)
                        .setParameter(2, now())
                        .setParameter(3, person)
                        .setParameter(4, now())
                        .getResultList());
    }

    private boolean anyIsAhead() {
        return entities.createNamedQuery("Meeting.ahead", Long.class)
                        .setParameter("now", clock.instant())
                        .getSingleResult()
                > 0;
    }

    /** As the tables have it. */
    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private MeetingsCard card(List<?> rows) {
        List<CardRow> lines =
                rows.stream().map(row -> CardRow.of((Object[]) row)).limit(MOST).toList();
        Set<PersonId> named = lines.stream().flatMap(CardRow::people).collect(Collectors.toSet());
        Map<PersonId, Person> people = named.isEmpty() ? Map.of() : directory.persons(named);
        return new MeetingsCard(lines.stream().map(line -> line.line(people)).toList());
    }
}
