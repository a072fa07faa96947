package fr.preau.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the host. Each test begins on {@link #BEGINNING} and the clock runs on from there
 * until the test sets it: so a date in a test lies before or after it on every day that it is run.
 */
public final class KitClock extends Clock {

    /** An ordinary morning in the school year of the kit's people: a Tuesday, 10 h in Paris. */
    public static final Instant BEGINNING = Instant.parse("2026-11-24T09:00:00Z");

    private volatile long begunNanos = System.nanoTime();
    private volatile @Nullable Instant stopped;

    KitClock() {}

    /** It stands at this instant until it is set again. */
    public void set(Instant instant) {
        stopped = instant;
    }

    /** It goes forward by so much, and stands there. */
    public void advance(Duration by) {
        stopped = instant().plus(by);
    }

    void beginAgain() {
        begunNanos = System.nanoTime();
        stopped = null;
    }

    @Override
    public Instant instant() {
        Instant here = stopped;
        return here == null ? BEGINNING.plusNanos(System.nanoTime() - begunNanos) : here;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** The same clock as it is read elsewhere: set, it is set there too. */
    private static final class Zoned extends Clock {

        private final KitClock clock;
        private final ZoneId zone;

        Zoned(KitClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
