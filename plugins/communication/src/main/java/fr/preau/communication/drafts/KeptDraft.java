package fr.preau.communication.drafts;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing, a letter or a reply.
 *
 * <p>It begins with the first save of a form and grows with each further one, as long as each
 * builds on the one before. It may be told a time at which it is sent; until then nothing of it
 * changes. When it is sent its words stay for as long as that can be undone, then only its key
 * does, for a week, since a save may arrive after the letter. What nobody touches for a year is
 * forgotten.
 */
@Entity
@Table(name = "communication_draft")
@NamedNativeQuery(
        name = "KeptDraft.claim",
        // Two first saves at once: the second waits here, and then finds the first.
        query =
                "INSERT INTO communication_draft (id, author_id, about_id, recipients, subject,"
                        + " body, version, sent, saved_at)"
                        + " VALUES (?1, ?2, ?3, '', '', '', 0, FALSE, ?4)"
                        + " ON DUPLICATE KEY UPDATE version = version")
@NamedNativeQuery(
        name = "KeptDraft.forgetWords",
        query =
                "UPDATE communication_draft SET recipients = '', subject = '', body = '',"
                        + " letter_id = '00000000-0000-0000-0000-000000000000'"
                        + " WHERE letter_id > '00000000-0000-0000-0000-000000000000'"
                        + " AND saved_at < ?1")
@NamedQuery(
        name = "KeptDraft.ofLetter",
        query = "SELECT d FROM KeptDraft d WHERE d.letterId = :letter")
@NamedQuery(
        name = "KeptDraft.due",
        query =
                "SELECT d.id FROM KeptDraft d WHERE d.sendAt <= :now AND d.sent = FALSE"
                        + " ORDER BY d.sendAt")
@NamedQuery(
        name = "KeptDraft.newest",
        query =
                "SELECT d FROM KeptDraft d WHERE d.authorId = :author AND d.sent = FALSE"
                        + " ORDER BY d.savedAt DESC, d.id DESC")
@NamedQuery(
        name = "KeptDraft.ofReply",
        query =
                "SELECT d FROM KeptDraft d WHERE d.authorId = :author AND d.aboutId = :about"
                        + " AND d.sent = FALSE ORDER BY d.savedAt DESC")
@NamedQuery(
        name = "KeptDraft.renameReplies",
        query =
                "UPDATE KeptDraft d SET d.subject = :subject WHERE d.aboutId IN :conversations"
                        + " AND d.sent = FALSE")
@NamedQuery(
        name = "KeptDraft.old",
        query =
                "SELECT d.id FROM KeptDraft d WHERE d.sent = :sent AND d.savedAt < :before"
                        + " ORDER BY d.savedAt")
@NamedQuery(
        name = "KeptDraft.forwarding",
        query = "SELECT d FROM KeptDraft d WHERE d.forwardsId = :message ORDER BY d.id")
@NamedQuery(name = "KeptDraft.delete", query = "DELETE FROM KeptDraft d WHERE d.id IN :ids")
@NamedQuery(
        name = "KeptDraft.deleteOfAuthor",
        query = "DELETE FROM KeptDraft d WHERE d.authorId = :person AND d.sent = :sent")
public class KeptDraft {

    /** How long a draft stays that nobody touches. */
    static final Duration KEPT = Duration.ofDays(365);

    /** How long the key of a form that was sent is known. */
    static final Duration KNOWN = Duration.ofDays(7);

    /** How long the words of a letter stay that can be taken back, with time to spare. */
    static final Duration WORDS = Duration.ofMinutes(1);

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "about_id")
    private UUID aboutId;

    private String recipients;

    private String subject;

    @Column(name = "body")
    private String text;

    private int version;

    private boolean sent;

    @Column(name = "saved_at")
    private Instant savedAt;

    /** What it became, while its words are still here. */
    @Column(name = "letter_id")
    private UUID letterId = DraftContent.NEW_LETTER;

    @Column(name = "send_at")
    private @Nullable Instant sendAt;

    @Column(name = "send_failed")
    private boolean sendFailed;

    /** Whether the recipients of a long list may answer. */
    private boolean answers;

    /** Whose words it hands on, a letter or a reply. */
    @Column(name = "forwards_id")
    private UUID forwardsId = DraftContent.NEW_LETTER;

    @SuppressWarnings("NullAway.Init")
    protected KeptDraft() {}

    private KeptDraft(UUID id, PersonId author, DraftContent content, Instant now) {
        this.id = id;
        this.authorId = author.value();
        keep(content, now);
    }

    /** The same words under a key of their own, for whoever has sent something else meanwhile. */
    KeptDraft apart(UUID newKey) {
        KeptDraft apart = new KeptDraft(newKey, new PersonId(authorId), content(), savedAt);
        apart.forwards(forwardsId);
        return apart;
    }

    boolean isOf(PersonId person) {
        return authorId.equals(person.value());
    }

    boolean isSent() {
        return sent;
    }

    /** Whether something has been kept in it, or it was only begun by the present save. */
    boolean isBegun() {
        return version > 0;
    }

    boolean isAt(int seenVersion) {
        return version == seenVersion;
    }

    final void keep(DraftContent content, Instant now) {
        recipients = content.storedRecipients();
        subject = content.subject();
        text = content.text();
        aboutId = content.about();
        answers = content.answers();
        savedAt = now;
        version++;
    }

    /** Something that goes with it has changed. */
    void touch(Instant now) {
        savedAt = now;
        version++;
    }

    /** It went out: from here on it is only its key. */
    void send(Instant now) {
        forgetWords();
        sent = true;
        sendAt = null;
        savedAt = now;
        version++;
    }

    /** It went out and may be taken back: its words stay until that is over. */
    void send(DraftContent content, UUID letter, Instant now) {
        send(now);
        keep(content, now);
        letterId = letter;
    }

    void forgetWords() {
        recipients = "";
        subject = "";
        text = "";
        letterId = DraftContent.NEW_LETTER;
    }

    /** Says something else from now on, for what it hands on is withdrawn, or given back. */
    public void put(String newSubject, String newText) {
        subject = newSubject;
        text = newText;
        version++;
    }

    void forwards(UUID message) {
        forwardsId = message;
    }

    /** The message that it hands on, if it does. */
    public Optional<UUID> forwarded() {
        return Optional.of(forwardsId).filter(message -> !message.equals(DraftContent.NEW_LETTER));
    }

    void sendAt(Instant time) {
        sendAt = time;
        sendFailed = false;
        version++;
    }

    void stop() {
        sendAt = null;
        sendFailed = false;
        version++;
    }

    /** Its time has come, and nobody may be written to any more whom it names. */
    public void couldNotBeSent() {
        sendAt = null;
        sendFailed = true;
        version++;
    }

    boolean waits() {
        return sendAt != null;
    }

    boolean isDue(Instant now) {
        return !sent && sendAt != null && !sendAt.isAfter(now);
    }

    boolean couldNot() {
        return sendFailed;
    }

    public PersonId author() {
        return new PersonId(authorId);
    }

    public UUID id() {
        return id;
    }

    public DraftContent content() {
        return DraftContent.ofStored(recipients, subject, text, aboutId, answers);
    }

    Instant savedAt() {
        return savedAt;
    }

    public DraftState state() {
        return new DraftState(id, version, DraftState.Kind.KEPT, savedAt, sendAt);
    }
}
