package fr.preau.core.imports;

import java.time.Duration;

/**
 * How long to wait before the next try: ten seconds after a first failure, twice as long after each
 * other one, ten minutes at most.
 */
record GrowingWait(int failures) {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Doubled as often, ten seconds are more than ten minutes. */
    private static final int MOST_DOUBLINGS = 6;

    Duration length() {
        Duration wait =
                FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
