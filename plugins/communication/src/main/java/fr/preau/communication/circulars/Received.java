package fr.preau.communication.circulars;

import fr.preau.api.directory.Directory;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guardian sees: the circulars for the children whose guardian they are today. Who has lost
 * that right sees nothing of the child any more.
 */
final class Received {

    static final int ON_THE_CARD = 5;

    private final EntityManager entities;
    private final Directory directory;
    private final CircularNotices notices;
    private final Clock clock;

    Received(EntityManager entities, Directory directory, CircularNotices notices, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * One statement: who is a guardian of whom is not asked again here, for each night takes what
     * is over off the list.
     */
    CircularsCard card(PersonId guardian) {
        Instant now = clock.instant();
        List<AskingRow> rows =
                entities.createNamedQuery("CircularRecipient.asking", AskingRow.class)
                        .setParameter("guardian", guardian.value())
                        .setParameter("now", now)
                        .setParameter("since", now.minus(Care.LOOKED_AFTER))
                        .getResultList();
        return new CircularsCard(
                rows.isEmpty() ? 0 : rows.get(0).all(),
                rows.stream()
                        .map(
                                row ->
                                        new CircularsCard.Line(
                                                row.circular(),
                                                row.title(),
                                                row.child(),
                                                row.deadline(),
                                                !now.isBefore(row.closesAt())))
                        .toList());
    }

    ReceivedCircularsPage list(Caller guardian, int page) {
        List<UUID> children = childrenOf(guardian);
        if (children.isEmpty()) {
            return new ReceivedCircularsPage(new PageOf<>(List.of(), page, false));
        }
        Instant now = clock.instant();
        PageOf<ReceivedRow> rows =
                Pages.of(
                        entities.createNamedQuery("CircularRecipient.received", ReceivedRow.class)
                                .setParameter("guardian", guardian.person().value())
                                .setParameter("children", children),
                        page,
                        Pages.LINES);
        return new ReceivedCircularsPage(
                new PageOf<>(
                        rows.items().stream().map(row -> line(row, now)).toList(),
                        page,
                        rows.more()));
    }

    private static ReceivedCircularsPage.Line line(ReceivedRow row, Instant now) {
        return new ReceivedCircularsPage.Line(
                row.circular(),
                row.title(),
                row.child(),
                row.className(),
                row.deadline(),
                row.sentAt(),
                state(
                        row.answers(),
                        row.asks(),
                        !row.replacedBy().equals(row.circular()),
                        !now.isBefore(row.closesAt())));
    }

    private static ReceivedCircularsPage.State state(
            int answers, boolean asks, boolean replaced, boolean closed) {
        if (answers > 0) {
            return ReceivedCircularsPage.State.ANSWERED;
        }
        if (replaced) {
            return ReceivedCircularsPage.State.REPLACED;
        }
        if (!asks) {
            return ReceivedCircularsPage.State.ANSWERED_BY_OTHER;
        }
        return closed ? ReceivedCircularsPage.State.OVERDUE : ReceivedCircularsPage.State.TO_ANSWER;
    }

    CircularPage page(Caller guardian, UUID id) {
        List<MyPartRow> rows = rows(guardian, id);
        if (rows.isEmpty()) {
            throw Refusal.notFound();
        }
        Circular circular = entities.find(Circular.class, id);
        CircularLedger ledger = entities.find(CircularLedger.class, id);
        if (circular == null || ledger == null || ledger.isWithdrawn()) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        boolean replaced = ledger.isReplaced();
        return new CircularPage(
                id,
                circular.title(),
                circular.authorName(),
                circular.sentAt(),
                circular.text(),
                circular.kind(),
                circular.requiredFrom(),
                circular.deadline(),
                circular.isClosed(now),
                circular.questions(),
                rows.stream().map(row -> part(row, circular, replaced, now)).toList(),
                replaced ? ledger.replacedBy() : null,
                circular.replaces().equals(id) ? null : circular.replaces(),
                rows.stream().anyMatch(row -> row.readAt() == null),
                Recourse.against(Evidence.Kind.CIRCULAR, id, guardian, circular.authorId(), true));
    }

    /** Whether this guardian has it for a child of theirs. */
    boolean isShown(Caller guardian, UUID circular) {
        return !rows(guardian, circular).isEmpty();
    }

    private List<MyPartRow> rows(Caller guardian, UUID circular) {
        List<UUID> children = childrenOf(guardian);
        return children.isEmpty()
                ? List.of()
                : entities.createNamedQuery("CircularRecipient.ofGuardian", MyPartRow.class)
                        .setParameter("circular", circular)
                        .setParameter("guardian", guardian.person().value())
                        .setParameter("children", children)
                        .getResultList();
    }

    private static CircularPage.Part part(
            MyPartRow row, Circular circular, boolean replaced, Instant now) {
        boolean answered = row.answers() > 0;
        return new CircularPage.Part(
                row.child(),
                row.childName(),
                row.className(),
                state(row.answers(), row.asks(), replaced, circular.isClosed(now)),
                !replaced && (!answered || circular.isCorrectable(now)),
                row.answers(),
                row.answeredAt(),
                Boolean.TRUE.equals(row.late()),
                values(row.given(), circular),
                Violations.none());
    }

    private static List<String> values(@Nullable String given, Circular circular) {
        return given == null ? List.of() : Questions.ofGiven(given, circular.questions());
    }

    /** Notes that this guardian has had the circular before their eyes. */
    void markRead(Caller guardian, UUID circular) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entities.createNamedQuery("CircularRecipient.ofReader", CircularRecipient.class)
                .setParameter("circular", circular)
                .setParameter("guardian", guardian.person().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(recipient -> recipient.markRead(now));
        notices.seen(circular, guardian.person());
    }

    private List<UUID> childrenOf(Caller guardian) {
        return directory.childrenOf(guardian.person()).stream()
                .map(child -> child.pupil().id().value())
                .toList();
    }
}
