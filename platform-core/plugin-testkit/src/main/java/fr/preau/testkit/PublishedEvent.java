package fr.preau.testkit;

import jakarta.json.JsonValue;

/**
 * A fact in the outbox of a collège.
 *
 * @param name module and fact, as in {@code school-life.PupilAbsent}
 * @param subject what it is about
 * @param body its record as JSON
 */
public record PublishedEvent(String name, String subject, JsonValue body) {}
