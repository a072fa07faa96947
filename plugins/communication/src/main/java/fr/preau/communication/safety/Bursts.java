package fr.preau.communication.safety;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.api.settings.Settings;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Stops accounts that write more in a while than people of their profile do. */
public final class Bursts {

    /** Longer than anything is counted together. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager entities;
    private final BurstLimits limits;
    private final BurstReports reports;
    private final NewIds ids;
    private final Clock clock;

    public Bursts(
            EntityManager entities,
            Settings settings,
            BurstReports reports,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.limits = new BurstLimits(settings);
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /** How long what is written is counted together. */
    public Duration window() {
        return limits.window();
    }

    boolean isStopped(PersonId person) {
        return entities.find(AccountStop.class, person.value()) != null;
    }

    /**
     * Stops the account if this message would be one too many; what is asked for is then not to be
     * sent, and what was written down stays.
     *
     * @param act what tells the message from others: the same again counts once
     * @param readers to how many people it would go
     * @return what to tell the writer; none when it may be sent
     */
    Violations check(Caller writer, String act, int readers) {
        if (!isStopped(writer.person()) && !count(writer, act, readers)) {
            return Violations.none();
        }
        return Violations.of(
                WritingGuard.FIELD, Wording.of(Wording.to(writer.profile(), "burst.stopped")));
    }

    /**
     * Counts what an account lets out, and stops it when that is too much.
     *
     * @return whether it is
     */
    boolean count(Caller writer, String act, int readers) {
        entities.createNamedQuery("WritingAct.count")
                .setParameter(1, writer.person().value())
                .setParameter(2, act)
                .setParameter(3, readers)
                .setParameter(4, LocalDateTime.ofInstant(now(), ZoneOffset.UTC))
                .executeUpdate();
        Object[] lately =
                entities.createNamedQuery("WritingAct.since", Object[].class)
                        .setParameter("person", writer.person().value())
                        .setParameter("since", now().minus(limits.window()))
                        .getSingleResult();
        long acts = ((Number) lately[0]).longValue();
        long reached = lately[1] == null ? 0 : ((Number) lately[1]).longValue();
        boolean tooMuch =
                acts > limits.messages(writer.profile())
                        || reached > limits.readers(writer.profile());
        if (tooMuch) {
            stop(writer, Wording.of("burst.what", acts, reached, limits.window().toMinutes()));
        }
        return tooMuch;
    }

    private void stop(Caller writer, String what) {
        UUID stop = ids.next();
        entities.createNamedQuery("AccountStop.claim")
                .setParameter(1, writer.person().value())
                .setParameter(2, stop)
                .setParameter(3, LocalDateTime.ofInstant(now(), ZoneOffset.UTC))
                .executeUpdate();
        AccountStop claimed = entities.find(AccountStop.class, writer.person().value());
        if (claimed != null && claimed.stopId().equals(stop)) {
            reports.report(writer, stop, what);
        }
    }

    /** Whether an account that was stopped still is. */
    public boolean holds(UUID stop) {
        return entities.createNamedQuery("AccountStop.ofStop", Long.class)
                        .setParameter("stop", stop)
                        .getSingleResult()
                > 0;
    }

    /** Lets the account go on, and counts what it writes from now on only. */
    public boolean lift(UUID stop) {
        entities.createNamedQuery("AccountStop.byStop", AccountStop.class)
                .setParameter("stop", stop)
                .getResultStream()
                .findFirst()
                .ifPresent(stopped -> forgetActs(stopped.person()));
        return entities.createNamedQuery("AccountStop.lift")
                        .setParameter("stop", stop)
                        .executeUpdate()
                > 0;
    }

    private int forgetActs(PersonId person) {
        return entities.createNamedQuery("WritingAct.forget")
                .setParameter("person", person.value())
                .executeUpdate();
    }

    /** Acts that nobody counts any more. */
    public void forgetOld() {
        entities.createNamedQuery("WritingAct.forgetOld")
                .setParameter("before", now().minus(KEPT))
                .executeUpdate();
    }

    /** Since when somebody is stopped. */
    public Optional<Instant> since(PersonId person) {
        return Optional.ofNullable(entities.find(AccountStop.class, person.value()))
                .map(AccountStop::since);
    }

    /** Forgets that somebody was stopped, and what was counted. */
    public int forget(PersonId person) {
        return forgetActs(person)
                + entities.createNamedQuery("AccountStop.forget")
                        .setParameter("person", person.value())
                        .executeUpdate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
