package fr.preau.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The clock of the host, which runs like any other until a test sets it. */
public final class KitClock extends Clock {

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

    void runAgain() {
        stopped = null;
    }

    @Override
    public Instant instant() {
        Instant here = stopped;
        return here == null ? Instant.now() : here;
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
