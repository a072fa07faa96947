package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing a circular, as long as it is not sent: kept, looked at, thrown away. */
final class Drafting {

    /** What is proposed: a week, as schools are used to. */
    private static final int DAYS_TO_ANSWER = 7;

    private final EntityManager entities;
    private final WritingGuard guard;
    private final Directory directory;
    private final NewIds ids;
    private final Clock clock;

    Drafting(
            EntityManager entities,
            WritingGuard guard,
            Directory directory,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** An empty form, or one with what is to be corrected. */
    CircularDraftPage begin(Caller writer, @Nullable UUID replaces) {
        Targets targets = Targets.of(writer, directory);
        UUID id = ids.next();
        if (replaces == null) {
            Written empty = Written.until(Deadline.today(now()).plusDays(DAYS_TO_ANSWER));
            return form(id, id, false, empty, targets, Violations.none());
        }
        Circular old = replaceable(writer, replaces);
        Written again =
                new Written(
                        old.title(),
                        old.text(),
                        List.of(),
                        old.kind(),
                        old.requiredFrom(),
                        null,
                        old.questions());
        return form(id, replaces, false, again, targets, Violations.none());
    }

    CircularDraftPage goOn(Caller writer, UUID id) {
        CircularDraft draft = own(writer, id);
        return form(
                id,
                draft.replaces(),
                true,
                draft.written(),
                Targets.of(writer, directory),
                Violations.none());
    }

    CircularDraftPage again(Caller writer, CircularDraftInput input, Violations violations) {
        UUID replaces = Objects.requireNonNullElse(input.replaces(), input.draft());
        return form(
                input.draft(),
                replaces,
                false,
                Written.of(input),
                Targets.of(writer, directory),
                violations);
    }

    private static CircularDraftPage form(
            UUID id,
            UUID replaces,
            boolean kept,
            Written written,
            Targets targets,
            Violations violations) {
        return new DraftForm(written, targets)
                .page(id, replaces.equals(id) ? null : replaces, kept, violations);
    }

    /**
     * Keeps what is typed so far.
     *
     * @param complete whether it shall be ready to be sent
     * @return what is wrong with it; then nothing was kept
     */
    Violations keep(Caller writer, CircularDraftInput input, boolean complete) {
        Written written = Written.of(input);
        Instant now = now();
        DraftProblems problems = new DraftProblems(Targets.of(writer, directory), now);
        Violations violations = complete ? problems.ofCircular(written) : problems.ofDraft(written);
        if (violations.isEmpty()) {
            UUID replaces = Objects.requireNonNullElse(input.replaces(), input.draft());
            draftOf(writer, input.draft(), replaces).write(written, now);
        }
        return violations;
    }

    private CircularDraft draftOf(Caller writer, UUID id, UUID replaces) {
        CircularDraft there =
                entities.find(CircularDraft.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (there != null) {
            return owned(writer, there);
        }
        if (entities.find(Circular.class, id) != null) {
            throw alreadySent();
        }
        if (!replaces.equals(id)) {
            replaceable(writer, replaces);
        }
        CircularDraft begun = new CircularDraft(id, writer.person(), replaces);
        entities.persist(begun);
        return begun;
    }

    void throwAway(Caller writer, UUID id) {
        entities.remove(own(writer, id));
    }

    /** What it will look like and whom it will reach; empty as long as something is missing. */
    Optional<CircularPreviewPage> preview(Caller writer, UUID id) {
        CircularDraft draft = own(writer, id);
        Targets targets = Targets.of(writer, directory);
        Written written = draft.written();
        if (!new DraftProblems(targets, now()).ofCircular(written).isEmpty()) {
            return Optional.empty();
        }
        var chosen = targets.chosen(written.to());
        Families families = Families.of(Targets.classes(chosen), directory);
        return Optional.of(
                new CircularPreviewPage(
                        id,
                        draft.version(),
                        written.title(),
                        written.text(),
                        chosen.stream().map(Target::name).toList(),
                        written.kind(),
                        written.requiredFrom(),
                        Objects.requireNonNull(written.deadline()),
                        written.questions(),
                        families.count(),
                        families.children().size(),
                        families.guardianCount(),
                        families.withoutGuardian(),
                        draft.replaces().equals(id) ? null : draft.replaces(),
                        guard.closed(writer.profile()).orElse(null)));
    }

    /** A circular that this writer may correct: their own, or any for principal and CPE. */
    private Circular replaceable(Caller writer, UUID id) {
        Circular circular = entities.find(Circular.class, id);
        if (circular == null || !Followers.mayFollow(writer, circular)) {
            throw Refusal.notFound();
        }
        CircularLedger ledger = entities.find(CircularLedger.class, id);
        if (ledger == null || ledger.isReplaced()) {
            throw alreadyReplaced();
        }
        requireShown(ledger);
        return circular;
    }

    private CircularDraft own(Caller writer, UUID id) {
        CircularDraft draft = entities.find(CircularDraft.class, id);
        if (draft == null) {
            throw Refusal.notFound();
        }
        return owned(writer, draft);
    }

    private static CircularDraft owned(Caller writer, CircularDraft draft) {
        if (!draft.isOf(writer.person())) {
            throw Refusal.notFound();
        }
        return draft;
    }

    /** What the school has withdrawn does not come back by another circular. */
    static void requireShown(CircularLedger old) {
        if (old.isWithdrawn()) {
            throw new Refusal(
                    409,
                    "circular-withdrawn",
                    Wording.of("circulars.withdrawn"),
                    Wording.of("circulars.refusal.withdrawn"));
        }
    }

    static Refusal alreadyReplaced() {
        return new Refusal(
                409,
                "circular-replaced",
                Wording.of("circulars.refusal.replaced.title"),
                Wording.of("circulars.refusal.replaced"));
    }

    private static Refusal alreadySent() {
        return new Refusal(
                409,
                "circular-sent",
                Wording.of("circulars.refusal.sent.title"),
                Wording.of("circulars.refusal.sent"));
    }

    /** As exact as the tables are. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
