package fr.preau.core.contracts;

import java.time.Duration;

/** What a module is called for, and how long that may take. */
public enum CallKind {
    /** A page or an act of a person who waits for it. */
    ROUTE(Duration.ofSeconds(10)),
    /** A card of the accueil, asked for by itself. */
    CARD(Duration.ofSeconds(2)),
    /** A fact that the module listens to. */
    LISTENER(Duration.ofSeconds(30)),
    /** A job that is due. */
    JOB(Duration.ofMinutes(10)),
    /** Something that it did not want to keep a person waiting for. */
    TASK(Duration.ofMinutes(1)),
    /**
     * A service that another module asks for. The call stays on the thread of who asks, whose unit
     * of work it shares; its time is that module's.
     */
    SERVICE(Duration.ZERO);

    private final Duration budget;

    CallKind(Duration budget) {
        this.budget = budget;
    }

    /** After so long a call is given up. */
    public Duration budget() {
        return budget;
    }

    /** Whether the call may not go to another thread. */
    public boolean staysOnThread() {
        return this == SERVICE;
    }
}
