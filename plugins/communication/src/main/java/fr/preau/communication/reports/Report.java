package fr.preau.communication.reports;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The case of a message, one however many reported it.
 *
 * <p>It is open from the first report on and due a day later. Who answers for the school closes it
 * with an outcome; somebody else's report opens it again, unless the message is withdrawn.
 */
@Entity
@Table(name = "communication_report")
@NamedQuery(
        name = "Report.queue",
        query =
                "SELECT NEW fr.preau.communication.reports.QueueRow(r.id, e.kind, e.authorName,"
                        + " e.subject, r.state, r.outcome, r.dueAt, r.closedAt, e.readerCount) FROM"
                        + " Report r JOIN Evidence e ON e.id = r.evidenceId WHERE r.state ="
                        + " fr.preau.communication.reports.Report.State.OPEN"
                        + " AND r.authorId <> :judge ORDER BY r.dueAt, r.id")
@NamedQuery(
        name = "Report.closed",
        query =
                "SELECT NEW fr.preau.communication.reports.QueueRow(r.id, e.kind, e.authorName,"
                        + " e.subject, r.state, r.outcome, r.dueAt, r.closedAt, e.readerCount) FROM"
                        + " Report r JOIN Evidence e ON e.id = r.evidenceId WHERE r.state ="
                        + " fr.preau.communication.reports.Report.State.CLOSED"
                        + " AND r.outcome IN :outcomes"
                        + " AND r.authorId <> :judge ORDER BY r.closedAt DESC, r.id DESC")
@NamedQuery(
        name = "Report.ofEvidence",
        query = "SELECT r FROM Report r WHERE r.evidenceId = :evidence")
@NamedQuery(name = "Report.ofAuthor", query = "SELECT r FROM Report r WHERE r.authorId = :person")
@NamedQuery(
        name = "Report.idsOfEvidence",
        query = "SELECT r.id FROM Report r WHERE r.evidenceId IN :ids")
@NamedQuery(
        name = "Report.deleteOfEvidence",
        query = "DELETE FROM Report r WHERE r.evidenceId IN :ids")
public class Report {

    /** Whether somebody has to look at it. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** What the school has made of it. */
    public enum Outcome {
        NONE,
        NO_FAULT,
        NOTED,
        WITHDRAWN,
        /** It was deleted after it was read: nothing is to be judged. */
        DELETED;

        /** Whether those who answer for the school decide for it. */
        boolean isChosen() {
            return this != NONE && this != DELETED;
        }
    }

    /** In this time a report is looked at. */
    static final Duration TARGET = Duration.ofHours(24);

    @Id private UUID id;

    @Column(name = "evidence_id")
    private UUID evidenceId;

    @Column(name = "author_id")
    private UUID authorId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "due_at")
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String note;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Report() {}

    Report(UUID id, Evidence evidence, Instant now) {
        this.id = id;
        this.evidenceId = evidence.id();
        this.authorId = evidence.author().value();
        this.state = State.OPEN;
        this.dueAt = now.plus(TARGET);
        this.outcome = Outcome.NONE;
        this.note = "";
    }

    /** Somebody else has reported the same. */
    void again(Instant now) {
        if (state == State.CLOSED && outcome != Outcome.WITHDRAWN) {
            state = State.OPEN;
            outcome = Outcome.NONE;
            closedAt = null;
            dueAt = now.plus(TARGET);
        }
    }

    void close(Outcome how, String why, Instant now) {
        state = State.CLOSED;
        outcome = how;
        note = why;
        closedAt = now;
    }

    /** The message was given back to its readers. */
    void giveBack() {
        outcome = Outcome.NOTED;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Nobody judges what they wrote themselves. */
    boolean mayBeJudgedBy(PersonId person) {
        return !authorId.equals(person.value());
    }

    UUID id() {
        return id;
    }

    UUID evidenceId() {
        return evidenceId;
    }

    State state() {
        return state;
    }

    Outcome outcome() {
        return outcome;
    }

    String note() {
        return note;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }
}
