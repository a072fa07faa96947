package fr.preau.portal.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which modules were late again and again on this node, so that not everybody waits for
 * them: after some times in a row a module is not asked for a while, then once.
 */
final class LateModules {

    private static final int LATE_UNTIL_LEFT_OUT = 3;

    private static final Duration LEFT_OUT = Duration.ofSeconds(30);

    private record Lateness(int inARow, Instant leftOutUntil) {}

    private final Map<String, Lateness> late = new ConcurrentHashMap<>();
    private final Clock clock;

    LateModules(Clock clock) {
        this.clock = clock;
    }

    boolean mayBeAsked(String module) {
        Lateness lateness = late.get(module);
        return lateness == null || !clock.instant().isBefore(lateness.leftOutUntil);
    }

    void wasLate(String module) {
        late.merge(module, new Lateness(1, Instant.MIN), (before, one) -> later(before));
    }

    private Lateness later(Lateness before) {
        int inARow = before.inARow + 1;
        return new Lateness(
                inARow,
                inARow < LATE_UNTIL_LEFT_OUT ? Instant.MIN : clock.instant().plus(LEFT_OUT));
    }

    void wasInTime(String module) {
        late.remove(module);
    }
}
