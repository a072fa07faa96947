package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A guardian who was asked for an answer for one {@link CircularChild}. It asks until they answer,
 * until the other guardian did where one is enough, or until another circular takes its place.
 */
@Entity
@Table(name = "communication_circular_recipient")
@NamedQuery(
        name = "CircularRecipient.asking",
        // Said here and not with each reading, which would then compose its SQL anew.
        hints = @QueryHint(name = "eclipselink.jdbc.max-rows", value = "" + Received.ON_THE_CARD),
        query =
                "SELECT NEW fr.preau.communication.circulars.AskingRow("
                        + "c.id, c.title, k.childName, c.deadline, c.closesAt,"
                        + " (SELECT COUNT(o.id) FROM CircularRecipient o,"
                        + " CircularLedger m, Circular d WHERE m.circularId = o.circularId"
                        + " AND d.id = o.circularId AND d.closesAt > :since"
                        + " AND o.guardianId = :guardian AND o.asks = TRUE"
                        + " AND m.withdrawn = FALSE))"
                        + " FROM CircularRecipient r JOIN Circular c ON c.id = r.circularId"
                        + " JOIN CircularLedger l ON l.circularId = c.id"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.guardianId = :guardian AND r.asks = TRUE"
                        + " AND l.withdrawn = FALSE AND c.closesAt > :since"
                        // What can still be answered in time stands before what is late.
                        + " ORDER BY CASE WHEN c.closesAt > :now THEN 0 ELSE 1 END,"
                        + " c.closesAt, c.id, k.childName")
@NamedQuery(
        name = "CircularRecipient.received",
        query =
                "SELECT NEW fr.preau.communication.circulars.ReceivedRow("
                        + "c.id, c.title, k.childName, k.className, c.deadline, c.closesAt,"
                        + " c.sentAt, r.asks, r.answerCount, k.settledAt, l.replacedById)"
                        + " FROM CircularRecipient r JOIN Circular c ON c.id = r.circularId"
                        + " JOIN CircularLedger l ON l.circularId = c.id"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.guardianId = :guardian AND k.childId IN :children"
                        + " AND l.withdrawn = FALSE"
                        + " ORDER BY r.asks DESC, c.sentAt DESC, c.id DESC, k.childName")
@NamedQuery(
        name = "CircularRecipient.ofGuardian",
        query =
                "SELECT NEW fr.preau.communication.circulars.MyPartRow("
                        + "k.childId, k.childName, k.className, r.asks, r.answerCount, r.readAt,"
                        + " k.settledAt, a.given, a.answeredAt, a.late)"
                        + " FROM CircularRecipient r JOIN CircularChild k ON k.id = r.childRowId"
                        + " LEFT JOIN CircularAnswer a ON a.recipientId = r.id"
                        + " AND a.number = r.answerCount"
                        + " WHERE r.circularId = :circular AND r.guardianId = :guardian"
                        + " AND k.childId IN :children ORDER BY k.childName")
@NamedQuery(
        name = "CircularRecipient.ofChild",
        query =
                "SELECT r FROM CircularRecipient r"
                        + " WHERE r.circularId = :circular AND r.childRowId = :child")
@NamedQuery(
        name = "CircularRecipient.ofReader",
        query =
                "SELECT r FROM CircularRecipient r"
                        + " WHERE r.circularId = :circular AND r.guardianId = :guardian")
@NamedQuery(
        name = "CircularRecipient.endOfCircular",
        query =
                "UPDATE CircularRecipient r SET r.asks = FALSE"
                        + " WHERE r.circularId = :circular AND r.asks = TRUE")
@NamedQuery(
        name = "CircularRecipient.forget",
        query =
                "UPDATE CircularRecipient r SET r.guardianId = :nobody, r.guardianName = '',"
                        + " r.asks = FALSE"
                        + " WHERE r.guardianId = :person AND r.evidence = FALSE")
@NamedQuery(
        name = "CircularRecipient.keptOf",
        query =
                "SELECT NEW fr.preau.communication.circulars.KeptPartRow("
                        + "c.title, c.text, c.questions, k.childName, r.guardianName, c.sentAt,"
                        + " a.given, a.answeredAt, l.withdrawn)"
                        + " FROM CircularChild k JOIN Circular c ON c.id = k.circularId"
                        + " JOIN CircularLedger l ON l.circularId = c.id"
                        + " LEFT JOIN CircularRecipient r ON r.childRowId = k.id"
                        + " LEFT JOIN CircularAnswer a ON a.recipientId = r.id"
                        + " WHERE r.guardianId = :person OR k.childId = :person")
@NamedQuery(
        name = "CircularRecipient.countEvidence",
        query =
                "SELECT COUNT(r.id) FROM CircularRecipient r"
                        + " WHERE r.guardianId = :person AND r.evidence = TRUE")
@NamedQuery(
        name = "CircularRecipient.deleteOf",
        query = "DELETE FROM CircularRecipient r WHERE r.circularId IN :circulars")
@NamedQuery(
        name = "CircularRecipient.idsOf",
        query =
                "SELECT r.id FROM CircularRecipient r JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.guardianId = :person OR k.childId = :person")
@NamedQuery(
        name = "CircularRecipient.awaited",
        query =
                "SELECT NEW fr.preau.communication.circulars.AwaitedRow("
                        + "r.id, r.childRowId, r.guardianId, r.guardianName)"
                        + " FROM CircularRecipient r"
                        + " WHERE r.childRowId IN :children AND r.asks = TRUE"
                        + " ORDER BY r.guardianName, r.id")
@NamedQuery(
        name = "CircularRecipient.open",
        query =
                "SELECT NEW fr.preau.communication.circulars.OpenRow("
                        + "r.id, k.id, k.childId, r.guardianId)"
                        + " FROM CircularRecipient r JOIN Circular c ON c.id = r.circularId"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.asks = TRUE AND c.closesAt > :since")
@NamedQuery(
        name = "CircularRecipient.asked",
        query =
                "SELECT NEW fr.preau.communication.circulars.AskedRow("
                        + "k.id, k.childId, k.className, r.id, r.guardianId, r.asks,"
                        + " r.answerCount, k.settledAt, k.leftAt)"
                        + " FROM CircularRecipient r JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.circularId = :circular")
@NamedQuery(
        name = "CircularRecipient.askAgain",
        query =
                "UPDATE CircularRecipient r SET r.asks = TRUE"
                        + " WHERE r.id IN :ids AND r.answerCount = 0")
@NamedQuery(
        name = "CircularRecipient.end",
        query = "UPDATE CircularRecipient r SET r.asks = FALSE WHERE r.id IN :ids")
@NamedQuery(
        name = "CircularRecipient.toRemind",
        query =
                "SELECT NEW fr.preau.communication.circulars.RemindRow("
                        + "c.id, c.title, c.deadline, k.childId, r.guardianId)"
                        + " FROM CircularRecipient r JOIN Circular c ON c.id = r.circularId"
                        + " JOIN CircularLedger l ON l.circularId = c.id"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE r.asks = TRUE AND c.closesAt > :now AND c.deadline <= :soon"
                        + " AND l.withdrawn = FALSE"
                        + " ORDER BY c.id, k.id")
public class CircularRecipient {

    @Id private UUID id;

    @Column(name = "circular_id")
    private UUID circularId;

    @Column(name = "child_row_id")
    private UUID childRowId;

    @Column(name = "guardian_id")
    private UUID guardianId;

    @Column(name = "guardian_name")
    private String guardianName;

    private boolean required;

    private boolean asks;

    @Column(name = "answer_count")
    private int answerCount;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    /** Whether this guardian has signed, which is to be kept. */
    private boolean evidence;

    @SuppressWarnings("NullAway.Init")
    protected CircularRecipient() {}

    /**
     * @param required whether this guardian counts where each must answer
     */
    CircularRecipient(
            UUID id,
            CircularChild child,
            Circular circular,
            Families.Guardian guardian,
            boolean required) {
        this.id = id;
        this.circularId = circular.id();
        this.childRowId = child.id();
        this.guardianId = guardian.person().id().value();
        this.guardianName = guardian.person().displayName();
        this.required = required;
        this.asks = true;
    }

    boolean isOf(PersonId guardian) {
        return guardianId.equals(guardian.value());
    }

    /** One more answer came from this guardian. */
    void answered(Instant now, boolean signature) {
        answerCount++;
        asks = false;
        evidence = evidence || signature;
        markRead(now);
    }

    void markRead(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    void stopAsking() {
        asks = false;
    }

    /** Whether the child waits for this guardian where each must answer. */
    boolean isAwaited() {
        return required && asks;
    }

    UUID id() {
        return id;
    }

    UUID childRow() {
        return childRowId;
    }

    UUID guardianId() {
        return guardianId;
    }

    String guardianName() {
        return guardianName;
    }

    int answerCount() {
        return answerCount;
    }
}
