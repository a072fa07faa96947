package fr.preau.core.announcements;

import fr.preau.api.school.Uai;
import fr.preau.core.announcements.Announcements.Pending;
import fr.preau.core.events.HostFacts;
import fr.preau.core.jobs.JobLeases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells accepted announcements in each of their collèges, by a fact in the outbox there, and notes
 * where a module has said that its people have it. One node does it for all; what it leaves behind
 * another one goes on with.
 */
public final class AnnouncementDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementDelivery.class);

    private static final String LEASE = "announcements";
    private static final Duration LEASED = Duration.ofSeconds(30);

    private static final String DELIVERED = "AnnouncementDelivered";

    private static final int AT_ONCE = 200;

    /** So long a look is taken each time; after that, where it may be long off, now and then. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Duration AT_LAST = Duration.ofDays(30);
    private static final int NOW_AND_THEN = 60;

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Announcements announcements;
    private final HostFacts facts;
    private final JobLeases leases;
    private final Clock clock;
    private int looks;

    /**
     * What a module says of a delivery.
     *
     * @param people how many have it
     */
    public record Delivered(UUID announcement, int people) {}

    public AnnouncementDelivery(
            Announcements announcements, HostFacts facts, JobLeases leases, Clock clock) {
        this.announcements = announcements;
        this.facts = facts;
        this.leases = leases;
        this.clock = clock;
    }

    /** To be repeated every second. */
    public synchronized void look() {
        List<Pending> untold = announcements.untold(AT_ONCE);
        looks = (looks + 1) % NOW_AND_THEN;
        Duration back = looks == 0 ? AT_LAST : SOON;
        List<Pending> awaited = announcements.undelivered(clock.instant().minus(back), AT_ONCE);
        if ((untold.isEmpty() && awaited.isEmpty()) || !leases.take(LEASE, LEASED)) {
            return;
        }
        untold.forEach(pending -> tryIt(pending, () -> tell(pending)));
        awaited.forEach(pending -> tryIt(pending, () -> note(pending)));
    }

    private static void tryIt(Pending pending, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // One collège that can't be reached keeps nobody else waiting.
            LOG.warn("the announcement waits at {}", pending.college(), e);
        }
    }

    private void tell(Pending pending) {
        Announcement announcement = pending.announcement();
        facts.publish(
                pending.college(), announcement.fact(), announcement.id(), since(announcement));
        announcements.isTold(pending);
    }

    /** The clocks of nodes are not quite the same. */
    private static Instant since(Announcement announcement) {
        return announcement.acceptedAt().minus(SKEW);
    }

    private void note(Pending pending) {
        Uai college = pending.college();
        Instant since = since(pending.announcement());
        facts.answer(college, DELIVERED, pending.announcement().id(), since, Delivered.class)
                .ifPresent(delivered -> announcements.isDelivered(pending, delivered.people()));
    }
}
