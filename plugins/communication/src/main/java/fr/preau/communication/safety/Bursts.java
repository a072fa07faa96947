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
     * @param readers to how many people it would go
     * @return what to tell the writer; none when it may be sent
     */
    Violations check(Caller writer, int readers) {
        if (!isStopped(writer.person()) && !isTooMuch(writer, readers)) {
            return Violations.none();
        }
        return Violations.of(
                WritingGuard.FIELD, Wording.of(Wording.to(writer.profile(), "burst.stopped")));
    }

    private boolean isTooMuch(Caller writer, int readers) {
        Instant since = now().minus(limits.window());
        long messages =
                number("AccountStop.letters", writer.person(), since)
                        + number("AccountStop.replies", writer.person(), since)
                        + 1;
        long reached = number("AccountStop.readers", writer.person(), since) + readers;
        boolean tooMuch =
                messages > limits.messages(writer.profile())
                        || reached > limits.readers(writer.profile());
        if (tooMuch) {
            stop(writer, Wording.of("burst.what", messages, reached, limits.window().toMinutes()));
        }
        return tooMuch;
    }

    private long number(String query, PersonId person, Instant since) {
        return entities.createNamedQuery(query, Long.class)
                .setParameter("person", person.value())
                .setParameter("since", since)
                .getSingleResult();
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

    /** Lets the account go on. */
    public boolean lift(UUID stop) {
        return entities.createNamedQuery("AccountStop.lift")
                        .setParameter("stop", stop)
                        .executeUpdate()
                > 0;
    }

    /** Since when somebody is stopped. */
    public Optional<Instant> since(PersonId person) {
        return Optional.ofNullable(entities.find(AccountStop.class, person.value()))
                .map(AccountStop::since);
    }

    /** Forgets that somebody was stopped. */
    public int forget(PersonId person) {
        return entities.createNamedQuery("AccountStop.forget")
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
