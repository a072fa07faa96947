package fr.preau.core.mail;

import fr.preau.core.jobs.JobLeases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drains the queue at the rate that the server takes; one node does it for all. */
public final class MailLoop {

    private static final Logger LOG = LoggerFactory.getLogger(MailLoop.class);

    /** Longer than a turn; a node that dies leaves the post to another after that. */
    private static final Duration POST = Duration.ofMinutes(2);

    private final MailQueue queue;
    private final JobLeases leases;
    private final Supplier<MailPost> posts;
    private final Pace pace;
    private final Clock clock;
    private @Nullable MailPost open;
    private @Nullable Instant forgot;

    /**
     * @param site the name of Préau's own host
     */
    public MailLoop(
            MailQueue queue, JobLeases leases, MailServer server, String site, Clock clock) {
        this(queue, leases, () -> new SmtpPost(server, site, clock), server.perMinute(), clock);
    }

    MailLoop(
            MailQueue queue,
            JobLeases leases,
            Supplier<MailPost> posts,
            int perMinute,
            Clock clock) {
        this.queue = queue;
        this.leases = leases;
        this.posts = posts;
        this.pace = new Pace(perMinute, clock);
        this.clock = clock;
    }

    /** Sends what may leave now; to be repeated every second. */
    public void turn() {
        if (!leases.take("mail", POST)) {
            return;
        }
        queue.recover();
        forgetSometimes();
        boolean more = true;
        for (int left = pace.take();
                more && left > 0 && !Thread.currentThread().isInterrupted();
                left--) {
            more = sendNext();
        }
        if (!more) {
            hangUp();
        }
    }

    /** One connection serves as long as there is something to send. */
    private MailPost post() {
        MailPost post = open;
        if (post == null) {
            post = posts.get();
            open = post;
        }
        return post;
    }

    private void hangUp() {
        MailPost post = open;
        open = null;
        if (post != null) {
            post.close();
        }
    }

    /**
     * @return whether another one may be tried: not when there is none, or the server is ill
     */
    private boolean sendNext() {
        Optional<MailQueue.Leased> next = queue.lease();
        if (next.isEmpty()) {
            return false;
        }
        MailQueue.Leased mail = next.get();
        Sending sending = brought(mail);
        queue.ended(mail, sending);
        if (sending instanceof Sending.Taken) {
            return true;
        }
        LOG.warn("mail {} has not left: {}", mail.mail().id(), sending);
        return !(sending instanceof Sending.Later) && leases.take("mail", POST);
    }

    /** Whatever breaks in the middle of a text, its connection is of no use any more. */
    private Sending brought(MailQueue.Leased mail) {
        try {
            return post().send(mail.mail(), () -> queue.handed(mail));
        } catch (RuntimeException | Error e) {
            hangUp();
            throw e;
        }
    }

    private void forgetSometimes() {
        Instant now = clock.instant();
        Instant before = forgot;
        if (before == null || before.plus(Duration.ofHours(1)).isBefore(now)) {
            forgot = now;
            queue.forget();
        }
    }
}
