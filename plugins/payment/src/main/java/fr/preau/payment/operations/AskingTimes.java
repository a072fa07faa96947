package fr.preau.payment.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When PayFiP is asked what became of an operation.
 *
 * <p>At first often, for most payers have finished after some minutes and their notification may be
 * lost; then every half hour, as the guide of PayFiP wants it after an error; after two days twice
 * a day, and never after a year, when PayFiP does not know any more.
 */
final class AskingTimes {

    private static final Duration[] AT_FIRST = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(15),
    };

    private static final Duration USUAL = Duration.ofMinutes(30);

    private static final Duration LATER = Duration.ofHours(12);

    private static final Duration USUAL_FOR = Duration.ofDays(2);

    /** So long PayFiP remembers the result of a payment that was tried. */
    static final Duration LONGEST = Duration.ofDays(365);

    /** After a payment has ended without money, in case it is tried once more. */
    private static final Duration[] AFTER_THE_END = {
        Duration.ofHours(1), Duration.ofHours(12), Duration.ofHours(48)
    };

    private AskingTimes() {}

    /**
     * When to look once more at an operation that ended without money.
     *
     * @return empty when it has been looked at often enough
     */
    static Optional<Instant> afterEnd(Instant ended, Instant now) {
        return Arrays.stream(AFTER_THE_END).map(ended::plus).filter(now::isBefore).findFirst();
    }

    /**
     * @param opened when PayFiP gave the operation its number
     * @param asks how often it was asked
     * @return empty when it is no use any more
     */
    static Optional<Instant> next(Instant opened, int asks, Instant now) {
        if (Duration.between(opened, now).compareTo(LONGEST) >= 0) {
            return Optional.empty();
        }
        if (asks < AT_FIRST.length) {
            return Optional.of(now.plus(AT_FIRST[asks]));
        }
        boolean fresh = Duration.between(opened, now).compareTo(USUAL_FOR) < 0;
        return Optional.of(now.plus(fresh ? USUAL : LATER));
    }
}
