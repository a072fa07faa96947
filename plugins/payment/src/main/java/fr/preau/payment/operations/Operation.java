package fr.preau.payment.operations;

import fr.preau.payment.debts.Regie;
import fr.preau.payment.payfip.PaymentResult;
import fr.preau.payment.payfip.Saisie;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to pay some debts through PayFiP. */
@Entity
@Table(name = "payment_operation")
@NamedQuery(
        name = "Operation.due",
        query =
                "SELECT o FROM Operation o WHERE o.askAt <= :now"
                        + " AND (o.waitingSince IS NULL OR o.waitingSince < :given)"
                        + " ORDER BY o.askAt, o.id")
@NamedQuery(
        name = "Operation.stuck",
        query =
                "SELECT o FROM Operation o WHERE o.state = :asked AND o.createdAt < :before"
                        + " ORDER BY o.createdAt")
@NamedQuery(
        name = "Operation.paidOn",
        query =
                "SELECT o.regieId, SUM(o.received), COUNT(o) FROM Operation o"
                        + " WHERE o.endedAt >= :from AND o.endedAt < :until"
                        + " AND o.received IS NOT NULL GROUP BY o.regieId")
@NamedQuery(
        name = "Operation.endedOn",
        query =
                "SELECT o FROM Operation o WHERE o.endedAt >= :from AND o.endedAt < :until"
                        + " ORDER BY o.endedAt DESC, o.id")
@NamedQuery(
        name = "Operation.underWay",
        query = "SELECT COUNT(o) FROM Operation o WHERE o.state IN :states")
@NamedQuery(
        name = "Operation.byNumber",
        query = "SELECT o FROM Operation o WHERE o.number = :number")
@NamedQuery(
        name = "Operation.ofPayer",
        query = "SELECT o FROM Operation o WHERE o.payer = :payer ORDER BY o.createdAt DESC, o.id")
public class Operation {

    /** Whoever hints at a result more often than this is not believed to know more. */
    private static final Duration BETWEEN_HINTS = Duration.ofSeconds(5);

    private static final int LONGEST_FAULT = 300;
    private static final int LONGEST_AUTHORISATION = 40;

    /** Two answers so far apart that PayFiP does not know it are no passing mistake. */
    private static final Duration UNKNOWN = Duration.ofHours(12);

    @Id private UUID id;

    @Column(name = "regie_id")
    private UUID regieId;

    @Enumerated(EnumType.STRING)
    private Saisie saisie;

    private UUID payer;

    private String mail;

    private int cents;

    private String reference;

    @Column(name = "idop")
    private @Nullable String number;

    @Enumerated(EnumType.STRING)
    private OperationState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "ask_at")
    private @Nullable Instant askAt;

    private int asks;

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Column(name = "unknown_since")
    private @Nullable Instant unknownSince;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private PaymentResult.@Nullable Outcome outcome;

    private @Nullable Integer received;

    private @Nullable String authorisation;

    private @Nullable String fault;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Operation() {}

    /** A new one, for which PayFiP is about to be asked. */
    Operation(UUID id, Regie regie, UUID payer, String mail, int cents, Instant now) {
        this.id = id;
        this.regieId = regie.id();
        this.saisie = regie.saisie();
        this.payer = payer;
        this.mail = mail;
        this.cents = cents;
        // Thirty letters and digits at most, and never the same twice: what the id is made of.
        this.reference = id.toString().replace("-", "").substring(2);
        this.state = OperationState.ASKED;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    UUID regieId() {
        return regieId;
    }

    /** As its régie had it when it was begun. */
    Saisie saisie() {
        return saisie;
    }

    UUID payer() {
        return payer;
    }

    /** Its payer has gone: once it has ended nobody writes to them. Whether there was anything. */
    boolean forgetMail() {
        boolean forgets = endedAt != null && !mail.isEmpty();
        if (forgets) {
            mail = "";
        }
        return forgets;
    }

    String mail() {
        return mail;
    }

    int cents() {
        return cents;
    }

    String reference() {
        return reference;
    }

    Optional<String> number() {
        return Optional.ofNullable(number);
    }

    OperationState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<Integer> received() {
        return Optional.ofNullable(received);
    }

    Optional<String> authorisation() {
        return Optional.ofNullable(authorisation);
    }

    Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** PayFiP gave its number; a second answer to the same question changes nothing. */
    void open(String given, Instant now) {
        if (state != OperationState.ASKED) {
            return;
        }
        state = OperationState.OPEN;
        number = given;
        openedAt = now;
        askAt = AskingTimes.next(now, 0, now).orElse(null);
    }

    /** PayFiP did not take it. */
    void fail(String why, Instant now) {
        if (state != OperationState.ASKED) {
            return;
        }
        state = OperationState.FAILED;
        note(why);
        endedAt = now;
    }

    /** PayFiP is about to be asked what became of it, for it is time to. */
    void isAsked(Instant now) {
        askAt = next(now).orElse(null);
        asks++;
        isAskedBetween(now);
    }

    /** PayFiP is about to be asked what became of it, before it is time to. */
    void isAskedBetween(Instant now) {
        askedAt = now;
        waitingSince = now;
    }

    private Optional<Instant> next(Instant now) {
        if (openedAt == null) {
            return Optional.empty();
        }
        return endedAt == null
                ? AskingTimes.next(openedAt, asks, now)
                : AskingTimes.afterEnd(endedAt, now);
    }

    /** PayFiP has answered, well or not. */
    void isAnswered() {
        waitingSince = null;
    }

    /**
     * Whether a hint that something happened is worth asking PayFiP now. One that comes too soon
     * after another is remembered: the next time of the job is at once.
     */
    boolean takesHint(Instant now) {
        if (number == null || state.isFinal()) {
            return false;
        }
        boolean soon = askedAt != null && askedAt.plus(BETWEEN_HINTS).isAfter(now);
        if (soon && (askAt == null || askAt.isAfter(now.plus(BETWEEN_HINTS)))) {
            askAt = now.plus(BETWEEN_HINTS);
        }
        return !soon;
    }

    /** PayFiP says that it ended without money. */
    void end(PaymentResult.Outcome said, Instant now) {
        if (state != OperationState.OPEN) {
            return;
        }
        outcome = said;
        state =
                said == PaymentResult.Outcome.ABANDONED
                        ? OperationState.ABANDONED
                        : OperationState.REFUSED;
        endedAt = now;
        askAt = AskingTimes.afterEnd(now, now).orElse(null);
    }

    /** PayFiP says that it does not know it; said again half a day later, nobody has paid it. */
    void isUnknown(Instant now) {
        if (state != OperationState.OPEN) {
            return;
        }
        if (unknownSince == null) {
            unknownSince = now;
        } else if (!unknownSince.plus(UNKNOWN).isAfter(now)) {
            state = OperationState.GONE;
            endedAt = now;
            askAt = AskingTimes.afterEnd(now, now).orElse(null);
        }
    }

    /** PayFiP knows it. */
    void isKnown() {
        unknownSince = null;
    }

    /** PayFiP took the money. From every state but one: it is booked once. */
    void pay(PaymentResult result, Instant now) {
        if (state == OperationState.PAID) {
            throw new IllegalStateException(reference + " is paid and booked");
        }
        state = OperationState.PAID;
        outcome = result.outcome();
        received = result.cents();
        authorisation = result.authorisation().map(Operation::shortened).orElse(null);
        endedAt = now;
        askAt = null;
    }

    /** PayFiP says that it took the money of a régie on trial, which is none. */
    void tryOut(PaymentResult result, Instant now) {
        state = OperationState.TESTED;
        outcome = result.outcome();
        endedAt = now;
        askAt = null;
    }

    /** Nothing that PayFiP says of a payment may keep it from being booked. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_AUTHORISATION));
    }

    /** Something about it is to be seen by a person. */
    void note(String strange) {
        fault = strange.substring(0, Math.min(strange.length(), LONGEST_FAULT));
    }

    /** When PayFiP gave its number. */
    Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }
}
