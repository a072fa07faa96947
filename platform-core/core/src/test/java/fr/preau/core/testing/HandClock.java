package fr.preau.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that goes on only when a test says so. */
public final class HandClock extends Clock {

    private volatile Instant instant;

    private HandClock(Instant instant) {
        this.instant = instant;
    }

    /** Set to the present second: whoever looks at another clock beside it agrees. */
    public static HandClock now() {
        return new HandClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public void advance(Duration duration) {
        instant = instant.plus(duration);
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
