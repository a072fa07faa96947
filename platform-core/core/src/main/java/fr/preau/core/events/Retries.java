package fr.preau.core.events;

import java.time.Duration;

/**
 * When a fact that a module could not handle is tried again: after two seconds, then after twice as
 * long each time. The twelfth failure, after more than an hour, is the last.
 */
final class Retries {

    static final int MOST = 12;

    private static final Duration FIRST = Duration.ofSeconds(2);

    private Retries() {}

    static boolean isLast(int failuresBefore) {
        return failuresBefore + 1 >= MOST;
    }

    static Duration waitAfter(int failuresBefore) {
        return FIRST.multipliedBy(1L << Math.min(failuresBefore, MOST));
    }
}
