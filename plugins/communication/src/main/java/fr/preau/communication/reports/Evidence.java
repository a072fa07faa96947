package fr.preau.communication.reports;

import fr.preau.api.school.PersonId;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, or something that was published, as it was when somebody reported it or the school
 * took it away.
 *
 * <p>It is taken once for the same words, whoever reports them after, and never changes: its hash
 * says so, of its files too. When the school withdraws a message its words stand nowhere but here,
 * and are given back from here. It outlives the message and its people, by the school's duty to
 * protect, and is deleted a year after it was taken once its report is closed.
 */
@Entity
@Table(name = "communication_evidence")
@NamedQuery(
        name = "Evidence.ofMessage",
        query =
                "SELECT e FROM Evidence e WHERE e.messageId = :message AND e.deleted = FALSE"
                        + " ORDER BY e.takenAt DESC, e.id DESC")
@NamedQuery(
        name = "Evidence.withdrawing",
        query =
                "SELECT COUNT(e.id) FROM Evidence e WHERE e.messageId = :message"
                        + " AND e.withdrawnAt IS NOT NULL")
@NamedQuery(
        name = "Evidence.withdrawnMessages",
        query =
                "SELECT e.messageId FROM Evidence e WHERE e.id IN :ids"
                        + " AND e.withdrawnAt IS NOT NULL")
@NamedQuery(
        name = "Evidence.subjects",
        query = "SELECT e.subject FROM Evidence e WHERE e.messageId = :message")
@NamedQuery(
        name = "Evidence.texts",
        query = "SELECT e.text FROM Evidence e WHERE e.messageId = :message")
@NamedQuery(
        name = "Evidence.ownLetter",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage("
                        + "l.id, l.authorId, l.firstRecipientId, l.subject, l.text, l.sentAt,"
                        + " l.recipientCount) FROM Letter l WHERE l.id = :letter"
                        + " AND l.authorId = :author AND l.sentAt <= :now")
@NamedQuery(
        name = "Evidence.alsoWithdrawing",
        query =
                "SELECT r.id FROM Evidence e JOIN Report r ON r.evidenceId = e.id"
                        + " WHERE e.messageId = :message AND e.id <> :evidence"
                        + " AND e.withdrawnAt IS NOT NULL ORDER BY e.takenAt, e.id")
@NamedQuery(
        name = "Evidence.ofAuthor",
        query = "SELECT e FROM Evidence e WHERE e.authorId = :person")
@NamedQuery(
        name = "Evidence.old",
        query =
                "SELECT e.id FROM Evidence e JOIN Report r ON r.evidenceId = e.id"
                        + " WHERE e.takenAt < :before AND r.state = :closed")
@NamedQuery(
        name = "Evidence.withdrawnOf",
        query =
                "SELECT e.messageId FROM Evidence e WHERE e.authorId = :person"
                        + " AND e.withdrawnAt IS NOT NULL")
@NamedQuery(
        name = "Evidence.lettersOf",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage("
                        + "l.id, l.authorId, l.firstRecipientId, l.subject, l.text, l.sentAt,"
                        + " l.recipientCount) FROM Letter l WHERE l.authorId = :person"
                        + " AND l.sentAt >= :since AND l.sentAt <= :until ORDER BY l.sentAt, l.id")
@NamedQuery(
        name = "Evidence.answersOf",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage(r.id, r.authorId,"
                        + " c.authorId, l.subject, r.text, r.sentAt) FROM Reply r JOIN"
                        + " Conversation c ON c.id = r.conversationId JOIN Letter l ON l.id ="
                        + " c.letterId WHERE r.authorId = :person AND c.recipientId = :person"
                        + " AND r.sentAt >= :since AND r.sentAt <= :until ORDER BY r.sentAt, r.id")
@NamedQuery(
        name = "Evidence.furtherOf",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage(r.id, r.authorId,"
                        + " c.recipientId, l.subject, r.text, r.sentAt) FROM Reply r JOIN"
                        + " Conversation c ON c.id = r.conversationId JOIN Letter l ON l.id ="
                        + " c.letterId WHERE r.authorId = :person AND c.authorId = :person"
                        + " AND r.sentAt >= :since AND r.sentAt <= :until ORDER BY r.sentAt, r.id")
@NamedQuery(
        name = "Evidence.messages",
        query =
                "SELECT DISTINCT e.messageId FROM Evidence e WHERE e.id IN :ids AND NOT EXISTS"
                        + " (SELECT o.id FROM Evidence o WHERE o.messageId = e.messageId"
                        + " AND o.id NOT IN :ids)")
@NamedQuery(name = "Evidence.delete", query = "DELETE FROM Evidence e WHERE e.id IN :ids")
@NamedQuery(
        name = "Evidence.ofLetter",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage("
                        + "l.id, l.authorId, c.recipientId, l.subject, l.text, l.sentAt,"
                        + " l.recipientCount)"
                        + " FROM Conversation c JOIN Letter l ON l.id = c.letterId"
                        + " WHERE c.id = :conversation AND l.id = :message"
                        + " AND c.recipientId = :reader")
@NamedQuery(
        name = "Evidence.ofReply",
        query =
                "SELECT NEW fr.preau.communication.reports.ReportedMessage(r.id, r.authorId,"
                        + " c.recipientId, l.subject, r.text, r.sentAt) FROM Reply r JOIN"
                        + " Conversation c ON c.id = r.conversationId JOIN Letter l ON l.id ="
                        + " c.letterId WHERE c.id = :conversation AND r.id = :message AND r.authorId <>"
                        + " :reader AND (c.authorId = :reader OR c.recipientId = :reader)")
@NamedQuery(
        name = "Evidence.readersOfLetter",
        query = "SELECT c.recipientId FROM Conversation c WHERE c.letterId = :letter")
@NamedQuery(
        name = "Evidence.conversationOfReply",
        query = "SELECT r.conversationId FROM Reply r WHERE r.id = :reply")
@NamedQuery(
        name = "Evidence.putLetter",
        query =
                "UPDATE Letter l SET l.text = :text, l.subject = :subject, l.words = :words,"
                        + " l.withdrawn = :withdrawn"
                        + " WHERE l.id = :message")
@NamedQuery(
        name = "Evidence.putReply",
        query =
                "UPDATE Reply r SET r.text = :text, r.words = :words, r.withdrawn = :withdrawn"
                        + " WHERE r.id = :message")
public class Evidence {

    /** What it is evidence of. */
    public enum Kind {
        LETTER,
        REPLY,
        /** An account that wrote more than it may; there is no message. */
        BURST,
        CIRCULAR,
        NEWS,
        SURVEY,
        EVENT;

        /** Whether its readers are no recipients who stand in a list. */
        public boolean isPublication() {
            return this == CIRCULAR || this == NEWS || this == SURVEY || this == EVENT;
        }
    }

    /** How long it is kept, once it is of no use for its report any more. */
    static final Duration KEPT = Duration.ofDays(365);

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "message_id")
    private UUID messageId;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "author_name")
    private String authorName;

    private String subject;

    @Column(name = "body")
    private String text;

    private String readers;

    @Column(name = "reader_count")
    private int readerCount;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "taken_at")
    private Instant takenAt;

    private String files;

    private String hash;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    /** Whether it was taken because somebody deleted what readers had seen. */
    private boolean deleted;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(
            UUID id,
            Kind kind,
            ReportedMessage message,
            String authorName,
            List<String> readers,
            Instant now) {
        this.id = id;
        this.kind = kind;
        this.messageId = message.message();
        this.authorId = message.author();
        this.authorName = authorName;
        this.subject = message.subject();
        this.text = message.text();
        this.readers = String.join("\n", readers);
        this.readerCount = message.readers();
        this.sentAt = message.sentAt();
        this.takenAt = now;
        this.files = "";
        this.hash = fingerprint();
    }

    /** What was attached is part of it from now on; said once, as soon as the files are kept. */
    void holds(String fingerprintsOfFiles) {
        this.files = fingerprintsOfFiles;
        this.hash = fingerprint();
    }

    /** What can be compared later, by whoever doubts it. */
    final String fingerprint() {
        MessageDigest digest = sha256();
        for (String part :
                List.of(
                        messageId + "",
                        authorId + "",
                        sentAt + "",
                        subject,
                        text,
                        readers,
                        files)) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void isOfDeleted(boolean itIs) {
        this.deleted = itIs;
    }

    boolean isOfDeleted() {
        return deleted;
    }

    void withdraw(Instant now) {
        this.withdrawnAt = now;
    }

    void giveBack() {
        this.withdrawnAt = null;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether there is something that can be taken from its readers. */
    boolean isOfMessage() {
        return kind != Kind.BURST;
    }

    /** Whether a message says the same now. */
    boolean says(ReportedMessage message) {
        // An answer has the title of its letter, which may have been withdrawn meanwhile.
        return (kind == Kind.REPLY || subject.equals(message.subject()))
                && text.equals(message.text());
    }

    /** Whether what is published says the same now. */
    boolean says(Shown shown) {
        return subject.equals(shown.title())
                && text.equals(shown.text())
                && readers.equals(String.join("\n", shown.audience()));
    }

    /** What is otherwise than when it was taken; nothing, as a rule. */
    Set<Part> changed(String fingerprintsOfFiles) {
        Set<Part> changed = EnumSet.noneOf(Part.class);
        if (!fingerprint().equals(hash)) {
            changed.add(Part.WORDS);
        }
        if (!files.equals(fingerprintsOfFiles)) {
            changed.add(Part.FILES);
        }
        return changed;
    }

    /** What evidence consists of. */
    public enum Part {
        WORDS,
        FILES
    }

    /** How far it went, in words for the journal. */
    String reach() {
        return kind.isPublication()
                ? Wording.of("evidence." + kind)
                : Wording.of("people.count", readerCount);
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    UUID messageId() {
        return messageId;
    }

    PersonId author() {
        return new PersonId(authorId);
    }

    String authorName() {
        return authorName;
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    List<String> readers() {
        return readers.isEmpty() ? List.of() : readers.lines().toList();
    }

    int readerCount() {
        return readerCount;
    }

    Instant sentAt() {
        return sentAt;
    }

    Instant takenAt() {
        return takenAt;
    }

    String hash() {
        return hash;
    }
}
