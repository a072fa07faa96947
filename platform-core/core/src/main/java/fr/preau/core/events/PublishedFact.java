package fr.preau.core.events;

import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it lies in the outbox.
 *
 * @param name module and fact, as in {@code school-life.PupilAbsent}
 * @param subject what it is about
 * @param body its record as JSON
 * @param origin where it was published; null when that is here
 */
record PublishedFact(
        UUID id,
        String name,
        String publisher,
        String subject,
        String body,
        Instant at,
        @Nullable Uai origin) {

    /** The same fact where it was sent to. */
    PublishedFact from(Uai place) {
        return new PublishedFact(id, name, publisher, subject, body, at, place);
    }
}
