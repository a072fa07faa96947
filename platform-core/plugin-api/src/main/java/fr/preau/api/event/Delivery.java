package fr.preau.api.event;

import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.UUID;

/**
 * What a listener is told beside the fact.
 *
 * @param id of the published fact, the same at each try
 * @param at when it was published
 * @param college where the listener works
 * @param publisher the module that published it
 * @param subject what it is about
 * @param origin where it was published: another place when it was sent to this one
 */
public record Delivery(
        UUID id, Instant at, Uai college, String publisher, String subject, Uai origin) {

    /** Of a fact that was published where it is heard. */
    public Delivery(UUID id, Instant at, Uai college, String publisher, String subject) {
        this(id, at, college, publisher, subject, college);
    }
}
