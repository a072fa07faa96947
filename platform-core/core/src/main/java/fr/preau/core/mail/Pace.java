package fr.preau.core.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many mails may leave now: no more than the rate, and no burst after a pause. */
final class Pace {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final int perMinute;
    private final Clock clock;
    private Instant last;

    /** Thousandths of a mail, of which a rate below one a second needs several turns. */
    private long saved;

    Pace(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.last = clock.instant();
    }

    /** What may leave since the last time this was asked. */
    int take() {
        Instant now = clock.instant();
        Duration since = Duration.between(last, now);
        last = now;
        long counted = Math.min(since.toMillis(), LONGEST.toMillis());
        saved = Math.min(saved + counted * perMinute / 60, most());
        int whole = (int) (saved / 1000);
        saved -= whole * 1000L;
        return whole;
    }

    /** A second's worth, and one at least. */
    private long most() {
        return Math.max(1000, perMinute * 1000L / 60 + 999);
    }
}
