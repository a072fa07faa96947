package fr.preau.core.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact as it lies in the outbox.
 *
 * @param name module and fact, as in {@code school-life.PupilAbsent}
 * @param subject what it is about
 * @param body its record as JSON
 */
record PublishedFact(
        UUID id, String name, String publisher, String subject, String body, Instant at) {}
