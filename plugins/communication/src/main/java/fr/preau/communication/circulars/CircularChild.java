package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A child for whom a {@link Circular} asks an answer, as the child was named that day. */
@Entity
@Table(name = "communication_circular_child")
@NamedQuery(
        name = "CircularChild.ofCircular",
        query =
                "SELECT k FROM CircularChild k"
                        + " WHERE k.circularId = :circular AND k.childId = :child")
@NamedQuery(
        name = "CircularChild.forget",
        query =
                "UPDATE CircularChild k SET k.childId = :nobody, k.childName = ''"
                        + " WHERE k.childId = :person AND k.evidence = FALSE")
@NamedQuery(
        name = "CircularChild.countEvidence",
        query =
                "SELECT COUNT(k.id) FROM CircularChild k"
                        + " WHERE k.childId = :person AND k.evidence = TRUE")
@NamedQuery(
        name = "CircularChild.deleteOf",
        query = "DELETE FROM CircularChild k WHERE k.circularId IN :circulars")
@NamedQuery(
        name = "CircularChild.byClass",
        query =
                "SELECT NEW fr.preau.communication.circulars.ClassProgress("
                        + "k.className, COUNT(k.id), COUNT(k.settledAt)) FROM CircularChild k"
                        + " WHERE k.circularId = :circular AND k.leftAt IS NULL"
                        + " GROUP BY k.className ORDER BY k.className")
@NamedQuery(
        name = "CircularChild.missing",
        query =
                "SELECT NEW fr.preau.communication.circulars.MissingRow("
                        + "k.id, k.childId, k.childName, k.className) FROM CircularChild k"
                        + " WHERE k.circularId = :circular AND k.leftAt IS NULL"
                        + " AND k.settledAt IS NULL AND k.className LIKE :named ESCAPE '!'"
                        + " ORDER BY k.className, k.childName, k.id")
@NamedQuery(
        name = "CircularChild.stillMissing",
        query =
                "SELECT NEW fr.preau.communication.circulars.MissingAnswer("
                        + "k.className, k.childName, r.guardianName) FROM CircularChild k"
                        + " LEFT JOIN CircularRecipient r"
                        + " ON r.childRowId = k.id AND r.asks = TRUE"
                        + " WHERE k.circularId = :circular AND k.leftAt IS NULL"
                        + " AND k.settledAt IS NULL"
                        + " ORDER BY k.className, k.childName, k.id, r.guardianName")
@NamedQuery(
        name = "CircularChild.toSettle",
        query =
                "SELECT k.id FROM CircularChild k"
                        + " WHERE k.id IN :ids AND k.settledAt IS NULL"
                        + " AND EXISTS (SELECT a.id FROM CircularRecipient a"
                        + " WHERE a.childRowId = k.id AND a.answerCount > 0)"
                        + " AND NOT EXISTS (SELECT r.id FROM CircularRecipient r"
                        + " WHERE r.childRowId = k.id AND r.required = TRUE AND r.asks = TRUE)")
@NamedQuery(
        name = "CircularChild.settle",
        query = "UPDATE CircularChild k SET k.settledAt = :now WHERE k.id IN :ids")
@NamedQuery(
        name = "CircularChild.return",
        query =
                "UPDATE CircularChild k SET k.leftAt = NULL"
                        + " WHERE k.id IN :ids AND k.leftAt IS NOT NULL")
@NamedQuery(
        name = "CircularChild.leave",
        query =
                "UPDATE CircularChild k SET k.leftAt = :now"
                        + " WHERE k.id IN :ids AND k.leftAt IS NULL")
public class CircularChild {

    @Id private UUID id;

    @Column(name = "circular_id")
    private UUID circularId;

    @Column(name = "child_id")
    private UUID childId;

    @Column(name = "child_name")
    private String childName;

    @Column(name = "class_name")
    private String className;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    /** Whether something was signed for this child, and so is to be kept. */
    private boolean evidence;

    @SuppressWarnings("NullAway.Init")
    protected CircularChild() {}

    CircularChild(UUID id, Circular circular, Families.OfChild of) {
        this.id = id;
        this.circularId = circular.id();
        this.childId = of.child().id().value();
        this.childName = of.child().displayName();
        this.className = of.className();
    }

    /** Who had to answer has; a second time changes nothing. */
    void settle(Instant now) {
        if (settledAt == null) {
            settledAt = now;
        }
    }

    void keepAsEvidence() {
        evidence = true;
    }

    UUID id() {
        return id;
    }

    PersonId child() {
        return new PersonId(childId);
    }

    String name() {
        return childName;
    }

    String className() {
        return className;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    boolean hasLeft() {
        return leftAt != null;
    }
}
