package fr.preau.core.plugins.gate;

import java.time.Duration;

/** What a module is called for, and how long that may take. */
public enum CallKind {
    /** A page or an act of a person who waits for it. */
    ROUTE(Duration.ofSeconds(10)),
    /** A card of the accueil, asked for by itself. */
    CARD(Duration.ofSeconds(2)),
    /** A fact that it listens to. */
    LISTENER(Duration.ofSeconds(30)),
    /** Something it does without being asked. */
    JOB(Duration.ofMinutes(10));

    private final Duration budget;

    CallKind(Duration budget) {
        this.budget = budget;
    }

    public Duration budget() {
        return budget;
    }
}
