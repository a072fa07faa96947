package fr.preau.communication.circulars;

import fr.preau.api.route.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the collège wrote to the guardians of some classes, and asks an answer to.
 *
 * <p>A circular is written as a {@link CircularDraft}. It is born when it is sent and never
 * changes: in the same transaction it gets a {@link CircularChild} for each child of its classes
 * that day and a {@link CircularRecipient} for each guardian of that child; who comes later, before
 * the deadline, gets theirs the next morning ({@link Latecomers}). Guardians answer for each child;
 * each {@link CircularAnswer} stays, also when it is corrected. A first answer is taken after the
 * deadline too, and marked as late: the school would rather have it. What was chosen or written may
 * be corrected until the deadline; that something was read or signed can't be taken back.
 *
 * <p>A mistake is put right by another circular that takes its place: from then on this one asks
 * for nothing and takes no answer, and stays readable with those it has. It goes with all its
 * answers when nothing asks for it to be kept any more ({@link Term}).
 */
@Entity
@Table(name = "communication_circular")
@NamedQuery(
        name = "Circular.all",
        query =
                "SELECT NEW fr.preau.communication.circulars.SentCircularRow("
                        + "c.id, c.title, c.authorName, c.deadline, c.sentAt, l.replacedById,"
                        + " (SELECT COUNT(k.id) FROM CircularChild k"
                        + " WHERE k.circularId = c.id AND k.leftAt IS NULL),"
                        + " (SELECT COUNT(k.id) FROM CircularChild k WHERE k.circularId = c.id"
                        + " AND k.leftAt IS NULL AND k.settledAt IS NOT NULL))"
                        + " FROM Circular c JOIN CircularLedger l ON l.circularId = c.id"
                        + " ORDER BY c.sentAt DESC, c.id DESC")
@NamedQuery(
        name = "Circular.ofAuthor",
        query =
                "SELECT NEW fr.preau.communication.circulars.SentCircularRow("
                        + "c.id, c.title, c.authorName, c.deadline, c.sentAt, l.replacedById,"
                        + " (SELECT COUNT(k.id) FROM CircularChild k"
                        + " WHERE k.circularId = c.id AND k.leftAt IS NULL),"
                        + " (SELECT COUNT(k.id) FROM CircularChild k WHERE k.circularId = c.id"
                        + " AND k.leftAt IS NULL AND k.settledAt IS NOT NULL))"
                        + " FROM Circular c JOIN CircularLedger l ON l.circularId = c.id"
                        + " WHERE c.authorId = :author ORDER BY c.sentAt DESC, c.id DESC")
@NamedQuery(
        name = "Circular.open",
        query = "SELECT c FROM Circular c WHERE c.closesAt > :now ORDER BY c.closesAt, c.id")
@NamedQuery(
        name = "Circular.writtenBy",
        query = "SELECT c FROM Circular c WHERE c.authorId = :person ORDER BY c.sentAt")
@NamedQuery(
        name = "Circular.countOfAuthor",
        query = "SELECT COUNT(c.id) FROM Circular c WHERE c.authorId = :person")
@NamedQuery(
        name = "Circular.over",
        query =
                "SELECT c.id FROM Circular c WHERE c.closesAt < :before"
                        + " AND (c.kind <> :signed OR c.closesAt < :signedBefore)"
                        + " ORDER BY c.closesAt")
@NamedQuery(name = "Circular.delete", query = "DELETE FROM Circular c WHERE c.id IN :circulars")
@NamedNativeQuery(
        name = "Circular.statistics",
        query =
                "SELECT DATE_FORMAT(c.sent_at, '%Y-%m'), COUNT(DISTINCT c.id), COUNT(r.id),"
                        + " SUM(CASE WHEN r.read_at <= DATE_ADD(c.sent_at, INTERVAL 1 DAY)"
                        + " THEN 1 ELSE 0 END),"
                        + " SUM(CASE WHEN r.answer_count > 0 THEN 1 ELSE 0 END)"
                        + " FROM communication_circular c"
                        + " JOIN communication_circular_recipient r ON r.circular_id = c.id"
                        + " WHERE c.sent_at >= ?1"
                        + " GROUP BY DATE_FORMAT(c.sent_at, '%Y-%m') ORDER BY 1 DESC")
public class Circular {

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "replaces_id")
    private UUID replacesId;

    private String title;

    @Column(name = "body")
    private String text;

    @Column(name = "addressed_to")
    private String addressedTo;

    @Column(name = "answer_kind")
    @Enumerated(EnumType.STRING)
    private AnswerKind kind;

    @Column(name = "required_from")
    @Enumerated(EnumType.STRING)
    private RequiredFrom requiredFrom;

    private LocalDate deadline;

    @Column(name = "closes_at")
    private Instant closesAt;

    private String questions;

    @Column(name = "child_count")
    private int childCount;

    @Column(name = "family_count")
    private int familyCount;

    @Column(name = "guardian_count")
    private int guardianCount;

    @Column(name = "sent_at")
    private Instant sentAt;

    private String salt;

    /** A digest of each {@link CircularPart}. */
    private String parts;

    private String digest;

    private String seal;

    @SuppressWarnings("NullAway.Init")
    protected Circular() {}

    Circular(
            CircularDraft draft,
            Caller author,
            List<String> addressedTo,
            Families families,
            String salt,
            Seal sealing,
            Instant now) {
        Written written = draft.written();
        this.id = draft.id();
        this.authorId = author.person().value();
        this.authorName = author.displayName();
        this.replacesId = draft.replaces();
        this.title = written.title();
        this.text = written.text();
        this.addressedTo = String.join("\n", addressedTo);
        this.kind = written.kind();
        this.requiredFrom = written.requiredFrom();
        this.deadline = Objects.requireNonNull(written.deadline());
        this.closesAt = new Deadline(deadline).closesAt();
        this.questions = Questions.stored(written.questions());
        this.childCount = families.children().size();
        this.familyCount = families.count();
        this.guardianCount = families.guardianCount();
        this.sentAt = now;
        this.salt = salt;
        this.parts = CircularPart.digests(sealing, salt, said());
        this.digest = sealing.digest(salt, content());
        this.seal = sealing.seal(0, Seal.NOTHING_BEFORE, digest);
    }

    /** What is sealed of it, in the order of the canonical form. */
    private List<String> content() {
        return Stream.concat(
                        Stream.of(
                                "circular",
                                id.toString(),
                                replacesId.toString(),
                                Seal.text(sentAt)),
                        said().values().stream().flatMap(List::stream))
                .toList();
    }

    private Map<CircularPart, List<String>> said() {
        Map<CircularPart, List<String>> said = new EnumMap<>(CircularPart.class);
        said.put(CircularPart.WORDS, List.of(title, text));
        said.put(CircularPart.CONDITIONS, List.of(kind.name(), requiredFrom.name(), questions));
        said.put(CircularPart.DEADLINE, List.of(deadline.toString(), Seal.text(closesAt)));
        said.put(CircularPart.AUTHOR, List.of(authorId.toString(), authorName));
        said.put(
                CircularPart.READERS,
                List.of(
                        addressedTo,
                        Integer.toString(childCount),
                        Integer.toString(familyCount),
                        Integer.toString(guardianCount)));
        return said;
    }

    /** Which of its parts say something else than what was sealed. */
    List<CircularPart> changedParts(Seal sealing) {
        return CircularPart.changed(sealing, parts, salt, said());
    }

    /** Whether it still says what was sealed. */
    boolean isUnchanged(Seal sealing) {
        return sealing.isDigest(digest, salt, content())
                && sealing.isSeal(seal, 0, Seal.NOTHING_BEFORE, digest);
    }

    boolean isClosed(Instant now) {
        return !now.isBefore(closesAt);
    }

    /** Whether an answer that was given may still be corrected. */
    boolean isCorrectable(Instant now) {
        return kind.hasQuestions() && !isClosed(now);
    }

    UUID id() {
        return id;
    }

    UUID authorId() {
        return authorId;
    }

    String authorName() {
        return authorName;
    }

    /** The circular that it corrects; its own identity when it corrects none. */
    UUID replaces() {
        return replacesId;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    List<String> addressedTo() {
        return addressedTo.lines().toList();
    }

    AnswerKind kind() {
        return kind;
    }

    RequiredFrom requiredFrom() {
        return requiredFrom;
    }

    LocalDate deadline() {
        return deadline;
    }

    List<Question> questions() {
        return Questions.ofStored(questions);
    }

    int childCount() {
        return childCount;
    }

    int familyCount() {
        return familyCount;
    }

    int guardianCount() {
        return guardianCount;
    }

    Instant sentAt() {
        return sentAt;
    }

    String seal() {
        return seal;
    }
}
