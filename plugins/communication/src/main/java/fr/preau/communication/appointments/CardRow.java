package fr.preau.communication.appointments;

import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.communication.appointments.MeetingsCard.Line;
import fr.preau.communication.appointments.MeetingsCard.Visit;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the card as it comes from the tables.
 *
 * @param kind {@code BOOK}, {@code FAMILY} or {@code HOST}
 * @param teacher whom a family sees, for {@code FAMILY} only
 * @param child about whom, null for {@code BOOK}
 */
record CardRow(
        String kind,
        UUID meeting,
        UUID host,
        @Nullable PersonId teacher,
        @Nullable PersonId child,
        String place,
        String title,
        Instant at) {

    /** From a row of the query, whose identities are text. */
    static CardRow of(Object[] row) {
        return new CardRow(
                (String) row[0],
                UUID.fromString((String) row[1]),
                UUID.fromString((String) row[2]),
                person((String) row[3]),
                person((String) row[4]),
                (String) row[5],
                (String) row[6],
                Instant.ofEpochSecond(((Number) row[7]).longValue()));
    }

    private static @Nullable PersonId person(String written) {
        return written.isEmpty() ? null : new PersonId(UUID.fromString(written));
    }

    /** Those whose names the line says. */
    Stream<PersonId> people() {
        return Stream.of(teacher, child).flatMap(Stream::ofNullable);
    }

    Line line(Map<PersonId, Person> people) {
        return new Line(
                meeting,
                title,
                at,
                kind.equals("HOST") ? "/hosts/" + host : "/meetings/" + meeting + "/book",
                child == null
                        ? null
                        : new Visit(
                                kind.equals("HOST"),
                                nameOf(teacher, people),
                                nameOf(child, people),
                                place));
    }

    static @Nullable String nameOf(@Nullable PersonId id, Map<PersonId, Person> people) {
        Person person = id == null ? null : people.get(id);
        return person == null ? null : person.displayName();
    }
}
