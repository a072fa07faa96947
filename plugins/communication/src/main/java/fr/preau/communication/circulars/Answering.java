package fr.preau.communication.circulars;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.PersonId;
import fr.preau.communication.safety.WritingGuard;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes what a guardian answers for a child. Answers to one circular come one after the other, for
 * each is sealed on the one before; they hold its ledger meanwhile, for a few milliseconds.
 */
final class Answering {

    private final EntityManager entities;
    private final WritingGuard guard;
    private final Directory directory;
    private final CircularNotices notices;
    private final Seal seal;
    private final NewIds ids;
    private final Clock clock;

    Answering(
            EntityManager entities,
            WritingGuard guard,
            Directory directory,
            CircularNotices notices,
            Seal seal,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.guard = guard;
        this.directory = directory;
        this.notices = notices;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return what is wrong with the answer; then nothing was taken
     */
    Violations answer(Caller guardian, AnswerInput input) {
        CircularLedger ledger = held(input.circular());
        CircularChild child = childOf(guardian, input);
        List<CircularRecipient> recipients = recipients(input.circular(), child);
        CircularRecipient own =
                recipients.stream()
                        .filter(recipient -> recipient.isOf(guardian.person()))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        Circular circular = entities.find(Circular.class, input.circular());
        List<Question> questions = circular.questions();
        List<String> values = input.values(questions);
        String given = Questions.given(values);
        if (own.answerCount() > 0 && given.equals(last(own).given())) {
            return Violations.none(); // the same once more, by a double tap or a slow network
        }
        if (ledger.isReplaced()) {
            throw Drafting.alreadyReplaced();
        }
        Violations violations = problems(input, questions, values);
        if (!violations.isEmpty()) {
            return violations;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (own.answerCount() > 0 && !circular.isCorrectable(now)) {
            throw alreadyAnswered();
        }
        if (questions.stream().anyMatch(question -> question.kind() == QuestionKind.TEXT)) {
            guard.admit(guardian); // words of their own would reach others
        }
        if (own.answerCount() != Objects.requireNonNullElse(input.seen(), 0)) {
            return Violations.of("", Wording.of("circulars.problem.meanwhile"));
        }
        add(circular, ledger, new CircularAnswer.Answered(own, child, given), recipients, now);
        notices.seen(circular.id(), guardian.person());
        return Violations.none();
    }

    private void add(
            Circular circular,
            CircularLedger ledger,
            CircularAnswer.Answered answered,
            List<CircularRecipient> recipients,
            Instant now) {
        CircularAnswer answer =
                new CircularAnswer(ids.next(), circular, ledger, answered, Salt.of(ids), seal, now);
        boolean signature = circular.kind().isSignature();
        ledger.add(answer);
        answered.recipient().answered(now, signature);
        if (signature) {
            answered.child().keepAsEvidence();
        }
        boolean one = circular.requiredFrom() == RequiredFrom.ONE;
        if (one || recipients.stream().noneMatch(CircularRecipient::isAwaited)) {
            // Also those whose answer does not count: nothing more is wanted of anybody.
            recipients.forEach(CircularRecipient::stopAsking);
            answered.child().settle(now);
        }
        entities.persist(answer);
    }

    private CircularLedger held(UUID circular) {
        CircularLedger ledger =
                entities.find(CircularLedger.class, circular, LockModeType.PESSIMISTIC_WRITE);
        if (ledger == null || ledger.isWithdrawn()) {
            throw Refusal.notFound();
        }
        return ledger;
    }

    /**
     * The child, if the circular asks for it and this adult is its guardian today. Read with a
     * lock, as the recipients are: a plain read could still see what was before the ledger was
     * ours.
     */
    private CircularChild childOf(Caller guardian, AnswerInput input) {
        if (input.child() == null) {
            throw Refusal.notFound();
        }
        PersonId id = new PersonId(input.child());
        boolean theirs =
                directory.childrenOf(guardian.person()).stream()
                        .anyMatch(child -> child.pupil().id().equals(id));
        if (!theirs) {
            throw Refusal.notFound();
        }
        return entities.createNamedQuery("CircularChild.ofCircular", CircularChild.class)
                .setParameter("circular", input.circular())
                .setParameter("child", input.child())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private List<CircularRecipient> recipients(UUID circular, CircularChild child) {
        return entities.createNamedQuery("CircularRecipient.ofChild", CircularRecipient.class)
                .setParameter("circular", circular)
                .setParameter("child", child.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private CircularAnswer last(CircularRecipient recipient) {
        return entities.createNamedQuery("CircularAnswer.byNumber", CircularAnswer.class)
                .setParameter("recipient", recipient.id())
                .setParameter("number", recipient.answerCount())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getSingleResult();
    }

    private static Violations problems(
            AnswerInput input, List<Question> questions, List<String> values) {
        Violations all = Violations.none();
        for (int at = 0; at < questions.size(); at++) {
            if (!questions.get(at).takes(values.get(at))) {
                all =
                        all.and(
                                Violations.of(
                                        input.field(at),
                                        problem(questions.get(at), values.get(at))));
            }
        }
        return all;
    }

    private static String problem(Question question, String value) {
        int over = value.length() - Question.TEXT_MAX;
        return question.kind() == QuestionKind.TEXT && over > 0
                ? Wording.of("circulars.problem.long", Question.TEXT_MAX, over)
                : Wording.of("circulars.problem.answer.none");
    }

    private static Refusal alreadyAnswered() {
        return new Refusal(
                409,
                "circular-answered",
                Wording.of("circulars.refusal.answered.title"),
                Wording.of("circulars.refusal.answered"));
    }
}
