package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a guardian answered for a child, with the names of that day. It never changes: a correction
 * is one more. It is sealed on the one before it in the circular ({@link Seal}).
 */
@Entity
@Table(name = "communication_circular_answer")
@NamedQuery(
        name = "CircularAnswer.byNumber",
        query =
                "SELECT a FROM CircularAnswer a"
                        + " WHERE a.recipientId = :recipient AND a.number = :number")
@NamedQuery(
        name = "CircularAnswer.erase",
        query =
                "UPDATE CircularAnswer a SET a.erased = TRUE, a.given = '', a.salt = '',"
                        + " a.guardianName = '', a.childName = ''"
                        + " WHERE a.erased = FALSE AND a.evidence = FALSE"
                        + " AND a.recipientId IN :recipients")
@NamedQuery(
        name = "CircularAnswer.deleteOf",
        query = "DELETE FROM CircularAnswer a WHERE a.circularId IN :circulars")
@NamedQuery(
        name = "CircularAnswer.givenTo",
        query =
                "SELECT a.given FROM CircularAnswer a"
                        + " JOIN CircularRecipient r ON r.id = a.recipientId"
                        + " WHERE a.circularId = :circular AND a.number = r.answerCount"
                        + " AND a.erased = FALSE")
@NamedQuery(
        name = "CircularAnswer.ofCircular",
        query =
                "SELECT NEW fr.preau.communication.circulars.GivenRow("
                        + "r.childRowId, a.childName, a.className, a.guardianName, a.given,"
                        + " a.answeredAt, a.late, a.number) FROM CircularAnswer a"
                        + " JOIN CircularRecipient r ON r.id = a.recipientId"
                        + " WHERE a.circularId = :circular AND a.number = r.answerCount"
                        + " AND a.erased = FALSE"
                        + " ORDER BY a.className, a.childName, r.childRowId, a.guardianName")
@NamedQuery(
        name = "CircularAnswer.ofGuardian",
        query =
                "SELECT a FROM CircularAnswer a JOIN CircularRecipient r ON r.id = a.recipientId"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE a.circularId = :circular AND r.guardianId = :guardian"
                        + " AND k.childId = :child AND a.erased = FALSE ORDER BY a.place")
@NamedQuery(
        name = "CircularAnswer.chain",
        query =
                "SELECT a, k.childId, r.guardianId FROM CircularAnswer a"
                        + " JOIN CircularRecipient r ON r.id = a.recipientId"
                        + " JOIN CircularChild k ON k.id = r.childRowId"
                        + " WHERE a.circularId = :circular ORDER BY a.place")
public class CircularAnswer {

    @Id private UUID id;

    @Column(name = "circular_id")
    private UUID circularId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "answer_number")
    private int number;

    @Column(name = "guardian_name")
    private String guardianName;

    @Column(name = "child_name")
    private String childName;

    @Column(name = "class_name")
    private String className;

    private String given;

    @Column(name = "answered_at")
    private Instant answeredAt;

    private boolean late;

    private int place;

    private String salt;

    private String digest;

    private String seal;

    /** Whether it is a signature. */
    private boolean evidence;

    /** Whether what it said is gone; its place in the chain is not. */
    private boolean erased;

    @SuppressWarnings("NullAway.Init")
    protected CircularAnswer() {}

    /** An answer at the end of the chain. */
    CircularAnswer(
            UUID id,
            Circular circular,
            CircularLedger ledger,
            Answered answered,
            String salt,
            Seal sealing,
            Instant now) {
        this.id = id;
        this.circularId = circular.id();
        this.recipientId = answered.recipient().id();
        this.number = answered.recipient().answerCount() + 1;
        this.guardianName = answered.recipient().guardianName();
        this.childName = answered.child().name();
        this.className = answered.child().className();
        this.given = answered.given();
        this.answeredAt = now;
        this.late = circular.isClosed(now);
        this.place = ledger.next();
        this.evidence = circular.kind().isSignature();
        this.salt = salt;
        this.digest =
                sealing.digest(
                        salt,
                        content(
                                answered.child().child(),
                                new PersonId(answered.recipient().guardianId())));
        this.seal = sealing.seal(place, ledger.head(), digest);
    }

    /** Who answers for whom, and what. */
    record Answered(CircularRecipient recipient, CircularChild child, String given) {}

    /** What is sealed of it, in the order of the canonical form. */
    private List<String> content(PersonId child, PersonId guardian) {
        return List.of(
                "answer",
                id.toString(),
                circularId.toString(),
                child.toString(),
                childName,
                className,
                guardian.toString(),
                guardianName,
                Integer.toString(number),
                given,
                Seal.text(answeredAt),
                Boolean.toString(late));
    }

    /**
     * Whether it still says what was sealed; of what was erased only that nothing is left of it.
     *
     * @param signature whether the circular asks for one, which is never erased
     */
    boolean isUnchanged(Seal sealing, PersonId child, PersonId guardian, boolean signature) {
        if (evidence != signature) {
            return false;
        }
        return erased
                ? !signature && (given + guardianName + childName + salt).isEmpty()
                : sealing.isDigest(digest, salt, content(child, guardian));
    }

    /** Whether it stands where it stood, on the seal of the one before. */
    boolean followsOn(Seal sealing, String before) {
        return sealing.isSeal(seal, place, before, digest);
    }

    UUID id() {
        return id;
    }

    UUID recipientId() {
        return recipientId;
    }

    /** Which one it is of its guardian for the child. */
    int number() {
        return number;
    }

    String className() {
        return className;
    }

    boolean isLate() {
        return late;
    }

    String given() {
        return given;
    }

    int place() {
        return place;
    }

    boolean isErased() {
        return erased;
    }

    String seal() {
        return seal;
    }

    String guardianName() {
        return guardianName;
    }

    String childName() {
        return childName;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
