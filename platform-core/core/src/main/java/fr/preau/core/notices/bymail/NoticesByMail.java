package fr.preau.core.notices.bymail;

import fr.preau.api.school.Uai;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.mail.MailQueue;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings notices on their way to the mail: each collège soon after something was told there, all of
 * them once a minute for what a node that died has left, and the mails that are due.
 */
public final class NoticesByMail {

    private static final Logger LOG = LoggerFactory.getLogger(NoticesByMail.class);

    private static final Duration BETWEEN_ALL = Duration.ofMinutes(1);

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** People for whom a mail is made in a turn; more wait for the next. */
    private static final int AT_ONCE = 100;

    /** So long the mails that are made keep the post busy; the rest is made later. */
    private static final int MINUTES_AHEAD = 2;

    private final NoticeSorting sorting;
    private final NoticeLetters letters;
    private final MailQueue queue;
    private final int mostWaiting;
    private final Tenants tenants;
    private final JobLeases leases;
    private final Clock clock;
    private final Set<Uai> woken = ConcurrentHashMap.newKeySet();
    private Instant all = Instant.EPOCH;

    /**
     * @param perMinute how many mails leave a minute at most
     */
    public NoticesByMail(
            NoticeSorting sorting,
            NoticeLetters letters,
            MailQueue queue,
            int perMinute,
            Tenants tenants,
            JobLeases leases,
            Clock clock) {
        this.sorting = sorting;
        this.letters = letters;
        this.queue = queue;
        this.mostWaiting = MINUTES_AHEAD * perMinute;
        this.tenants = tenants;
        this.leases = leases;
        this.clock = clock;
    }

    /** Something was told at a collège; returns at once. */
    public void wake(Uai college) {
        woken.add(college);
    }

    /** Does what there is to do; to be repeated every second. */
    public void turn() {
        // Who tells meanwhile wakes again.
        for (Uai college : Set.copyOf(woken)) {
            woken.remove(college);
            tenants.byUai(college).ifPresent(this::sort);
        }
        Instant now = clock.instant();
        if (!all.plus(BETWEEN_ALL).isAfter(now) && leases.take("notice-sorting", LEASE)) {
            all = now;
            tenants.places().stream().filter(Tenant::isOpen).forEach(this::sort);
            letters.forget();
        }
        if (leases.take("notice-letters", LEASE)) {
            makeLetters();
        }
    }

    /**
     * No more than soon leave: what is no mail yet can still be read in the portal, and is held
     * when the quiet hours begin. What is urgent does not wait.
     */
    private void makeLetters() {
        int room = Math.min(AT_ONCE, mostWaiting - queue.waiting());
        if (room > 0) {
            letters.make(room);
        } else {
            letters.makeUrgent(AT_ONCE);
        }
    }

    private void sort(Tenant tenant) {
        Uai uai = tenant.college().uai();
        try {
            sorting.sort(uai, tenant.college().slug());
        } catch (RuntimeException e) {
            // A collège that can't be read just now does not keep the others back.
            woken.add(uai);
            LOG.error("what was told at {} is sorted later", uai, e);
        }
    }
}
