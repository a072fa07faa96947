package fr.preau.core.events;

import java.time.Instant;

/**
 * A fact that a module could not handle, for the operator; what it says stays in the collège.
 *
 * @param seq its place in the order of the collège
 * @param at when it was published
 * @param tries how often the module has failed at it
 * @param reason how it failed last
 */
public record SetAsideFact(
        String module,
        long seq,
        String name,
        String publisher,
        Instant at,
        int tries,
        String reason) {}
