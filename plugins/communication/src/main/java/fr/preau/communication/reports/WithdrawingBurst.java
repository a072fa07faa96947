package fr.preau.communication.reports;

import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import fr.preau.communication.safety.Act;
import fr.preau.communication.safety.Bursts;
import fr.preau.communication.safety.SafetyJournal;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Takes back at once what a stopped account wrote before it was stopped: nobody has to find and
 * report twenty bomb threats one by one.
 *
 * <p>It is no way to read other people's mail: it reaches what was written in the minutes for which
 * the account was stopped and nothing else. Each message has its evidence and its case, which is
 * closed, and from which it can be given back.
 */
final class WithdrawingBurst {

    private static final int MOST = 300;

    /** A letter goes so long after it was sent, as long as its author may take it back. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final EntityManager entities;
    private final TakingEvidence taking;
    private final WithdrawingUnasked unasked;
    private final Bursts bursts;
    private final SafetyJournal journal;
    private final Clock clock;

    WithdrawingBurst(
            EntityManager entities,
            TakingEvidence taking,
            WithdrawingUnasked unasked,
            Bursts bursts,
            SafetyJournal journal,
            Clock clock) {
        this.entities = entities;
        this.taking = taking;
        this.unasked = unasked;
        this.bursts = bursts;
        this.journal = journal;
        this.clock = clock;
    }

    /** A message, and who received it, of a reply only. */
    record Written(Evidence.Kind kind, ReportedMessage message) {}

    /** What the account wrote in the minutes for which it was stopped and still has its readers. */
    List<Written> messages(Evidence stop) {
        Set<UUID> withdrawn =
                new HashSet<>(
                        entities.createNamedQuery("Evidence.withdrawnOf", UUID.class)
                                .setParameter("person", stop.author().value())
                                .getResultList());
        return Stream.of(
                        written(Evidence.Kind.LETTER, "Evidence.lettersOf", stop),
                        written(Evidence.Kind.REPLY, "Evidence.answersOf", stop),
                        written(Evidence.Kind.REPLY, "Evidence.furtherOf", stop))
                .flatMap(List::stream)
                .filter(each -> !withdrawn.contains(each.message().message()))
                .toList();
    }

    private List<Written> written(Evidence.Kind kind, String query, Evidence stop) {
        TypedQuery<ReportedMessage> messages =
                entities.createNamedQuery(query, ReportedMessage.class)
                        .setParameter("person", stop.author().value())
                        .setParameter("since", stop.sentAt().minus(bursts.window()))
                        .setParameter("until", stop.sentAt().plus(ON_ITS_WAY))
                        .setMaxResults(MOST);
        return messages.getResultStream().map(each -> new Written(kind, each)).toList();
    }

    void withdraw(Caller principal, Evidence stop) {
        List<Written> messages = messages(stop);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Written each : messages) {
            PersonId reader = new PersonId(each.message().recipient());
            unasked.takeAway(
                    taking.ofMessage(each.kind(), each.message(), reader, now),
                    Wording.of("burst.withdrawn.note"),
                    now);
        }
        if (!messages.isEmpty()) {
            journal.write(
                    principal, Act.WITHDRAWN, Wording.of("burst.withdrawn.count", messages.size()));
        }
    }
}
