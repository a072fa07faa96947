package fr.preau.communication.calendar;

import fr.preau.api.route.Refusal;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address is answered, on this node: a program that asks all the time is told to
 * wait. An address that does not exist is counted alike, so that nobody learns by it which do.
 */
final class FeedPace {

    static final int MOST = 30;

    static final Duration WITHIN = Duration.ofMinutes(10);

    private static final int REMEMBERED = 20_000;

    private record Asked(Instant since, int times) {}

    private final Clock clock;
    private final Map<String, Asked> asked =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
                    return size() > REMEMBERED;
                }
            };

    FeedPace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one more.
     *
     * @param address its fingerprint
     */
    void require(String address) {
        if (count(address) > MOST) {
            throw new Refusal(
                    429,
                    "asked-too-often",
                    Wording.of("calendar.feed.often.title"),
                    Wording.of("calendar.feed.often.text"));
        }
    }

    private synchronized int count(String address) {
        Instant now = clock.instant();
        Asked before = asked.get(address);
        Asked next =
                before != null && now.isBefore(before.since().plus(WITHIN))
                        ? new Asked(before.since(), before.times() + 1)
                        : new Asked(now, 1);
        asked.put(address, next);
        return next.times();
    }
}
