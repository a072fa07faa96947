package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.RichText;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.recipients.Addressee;
import fr.preau.communication.words.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person wrote at once to one or many others.
 *
 * <p>A letter is born when it is sent, and what stands in it never changes; where it lies for its
 * author does. For ten seconds it is on its way: its author may take it back, as if it had never
 * been, and nobody else sees it. In the same transaction it opens a {@link Conversation} with each
 * of its recipients, expanded from groups at that moment: who joins the class later has not
 * received it. From then on everything happens in these conversations, and each has exactly two
 * people, the author and one recipient. So a guardian who answers a letter to all guardians of a
 * class can't answer all of them by mistake, and nobody learns from a letter who else has received
 * it: a recipient sees the groups it went to and how many people, never a name.
 *
 * <p>The text stands here once, however many received it. A letter to one person is no special
 * case: it opens one conversation.
 */
@Entity
@Table(name = "communication_letter")
@NamedQuery(
        name = "Letter.inPlace",
        query =
                "SELECT NEW fr.preau.communication.messages.SentRow("
                        + "l.id, l.subject, l.addressedTo, l.recipientCount, l.firstRecipientId, l.sentAt)"
                        + " FROM Letter l WHERE l.authorId = :author AND l.authorPlace = :place"
                        + " AND l.authorFolderId = :folder ORDER BY l.sentAt DESC, l.id DESC")
@NamedQuery(
        name = "Letter.sentBy",
        query =
                "SELECT NEW fr.preau.communication.messages.SentRow("
                        + "l.id, l.subject, l.addressedTo, l.recipientCount, l.firstRecipientId, l.sentAt)"
                        + " FROM Letter l"
                        + " WHERE l.authorId = :author"
                        + " AND l.authorPlace IN (fr.preau.communication.messages.SentPlace.SENT,"
                        + " fr.preau.communication.messages.SentPlace.FOLDER)"
                        + " AND (EXISTS (SELECT c0.id FROM Conversation c0"
                        + " WHERE c0.letterId = l.id AND c0.recipientId IN :people)"
                        + " OR ((CAST(l.words AS BINARY) LIKE :word1 OR EXISTS (SELECT c1.id"
                        + " FROM Conversation c1 WHERE c1.letterId = l.id"
                        + " AND c1.recipientId IN :people1) OR EXISTS (SELECT r1.id"
                        + " FROM Reply r1 WHERE r1.letterId = l.id AND r1.authorId = :author"
                        + " AND CAST(r1.words AS BINARY) LIKE :word1))"
                        + " AND (CAST(l.words AS BINARY) LIKE :word2 OR EXISTS (SELECT c2.id"
                        + " FROM Conversation c2 WHERE c2.letterId = l.id"
                        + " AND c2.recipientId IN :people2) OR EXISTS (SELECT r2.id"
                        + " FROM Reply r2 WHERE r2.letterId = l.id AND r2.authorId = :author"
                        + " AND CAST(r2.words AS BINARY) LIKE :word2))"
                        + " AND (CAST(l.words AS BINARY) LIKE :word3 OR EXISTS (SELECT c3.id"
                        + " FROM Conversation c3 WHERE c3.letterId = l.id"
                        + " AND c3.recipientId IN :people3) OR EXISTS (SELECT r3.id"
                        + " FROM Reply r3 WHERE r3.letterId = l.id AND r3.authorId = :author"
                        + " AND CAST(r3.words AS BINARY) LIKE :word3))"
                        + " AND (CAST(l.words AS BINARY) LIKE :word4 OR EXISTS (SELECT c4.id"
                        + " FROM Conversation c4 WHERE c4.letterId = l.id"
                        + " AND c4.recipientId IN :people4) OR EXISTS (SELECT r4.id"
                        + " FROM Reply r4 WHERE r4.letterId = l.id AND r4.authorId = :author"
                        + " AND CAST(r4.words AS BINARY) LIKE :word4))"
                        + " AND (CAST(l.words AS BINARY) LIKE :word5 OR EXISTS (SELECT c5.id"
                        + " FROM Conversation c5 WHERE c5.letterId = l.id"
                        + " AND c5.recipientId IN :people5) OR EXISTS (SELECT r5.id"
                        + " FROM Reply r5 WHERE r5.letterId = l.id AND r5.authorId = :author"
                        + " AND CAST(r5.words AS BINARY) LIKE :word5))"
                        // Last, for what follows an ESCAPE is not read well.
                        + " AND l.subject LIKE :subject ESCAPE '!'))"
                        + " ORDER BY l.sentAt DESC, l.id DESC")
@NamedQuery(
        name = "Letter.byAuthor",
        query =
                "SELECT l FROM Letter l WHERE l.id = :letter AND l.authorId = :author"
                        + " AND l.authorPlace <> fr.preau.communication.messages.SentPlace.GONE")
@NamedQuery(
        name = "Letter.chosen",
        query =
                "SELECT l FROM Letter l WHERE l.authorId = :author AND l.id IN :ids"
                        + " AND l.authorPlace <> fr.preau.communication.messages.SentPlace.GONE")
@NamedQuery(
        name = "Letter.takeOut",
        query =
                "UPDATE Letter l SET l.authorFolderId = :none,"
                        + " l.authorPlace = fr.preau.communication.messages.SentPlace.SENT"
                        + " WHERE l.authorId = :author AND l.authorFolderId = :folder")
@NamedQuery(
        name = "Letter.binnedBefore",
        query =
                "SELECT l FROM Letter l"
                        + " WHERE l.authorPlace = fr.preau.communication.messages.SentPlace.BIN"
                        + " AND l.authorBinnedAt < :before ORDER BY l.authorBinnedAt")
@NamedQuery(name = "Letter.ofAuthor", query = "SELECT l FROM Letter l WHERE l.authorId = :person")
@NamedQuery(
        name = "Letter.forwarding",
        query = "SELECT l FROM Letter l WHERE l.forwardsId = :message ORDER BY l.id")
@NamedQuery(
        name = "Letter.idsForwarding",
        query = "SELECT l.id FROM Letter l WHERE l.forwardsId = :message ORDER BY l.id")
@NamedQuery(
        name = "Letter.receivedBy",
        query =
                "SELECT l FROM Conversation c JOIN Letter l ON l.id = c.letterId"
                        + " WHERE c.recipientId = :person AND l.sentAt <= :now"
                        + " AND c.recipientGone = FALSE")
@NamedQuery(
        name = "Letter.arrived",
        query =
                "SELECT l FROM Letter l WHERE l.told = FALSE AND l.withdrawn = FALSE AND l.sentAt <= :now"
                        + " ORDER BY l.sentAt")
@NamedQuery(
        name = "Letter.renameAuthor",
        // What lay in the author's bin was theirs to throw away, and ends with them.
        query =
                "UPDATE Letter l SET l.authorId = :nobody, l.authorBinnedAt = NULL,"
                        + " l.authorPlace = fr.preau.communication.messages.SentPlace.GONE"
                        + " WHERE l.authorId = :person")
@NamedQuery(
        name = "Letter.renameFirstRecipient",
        query =
                "UPDATE Letter l SET l.firstRecipientId = :nobody"
                        + " WHERE l.firstRecipientId = :person")
@NamedQuery(
        name = "Letter.withoutConversation",
        query =
                "SELECT l.id FROM Letter l WHERE l.id IN :ids AND NOT EXISTS (SELECT c.id FROM"
                        + " Conversation c WHERE c.letterId = l.id)")
@NamedQuery(
        name = "Letter.leaveOnlyItsPlace",
        query =
                "UPDATE Letter l SET l.subject = '', l.text = '', l.words = '', l.addressedTo = '',"
                        + " l.recipientCount = 0, l.authorId = :nobody,"
                        + " l.firstRecipientId = :nobody WHERE l.id IN :ids")
@NamedQuery(
        name = "Letter.placeIsShown",
        query = "UPDATE Letter l SET l.withdrawn = FALSE WHERE l.id = :letter")
@NamedQuery(
        name = "Letter.handedOn",
        query = "SELECT DISTINCT l.forwardsId FROM Letter l WHERE l.forwardsId IN :ids")
@NamedQuery(name = "Letter.delete", query = "DELETE FROM Letter l WHERE l.id IN :ids")
public class Letter {

    /** How many persons and groups may be chosen, so that no letter gets out of hand. */
    static final int MAX_ADDRESSEES = 100;

    /** How long the author may take it back; until then nobody else sees it. */
    static final Duration CAN_BE_UNDONE = Duration.ofSeconds(10);

    /**
     * From so many recipients on nobody answers, unless the author wants it: nine hundred times «
     * merci » is what buries the one answer that matters.
     */
    static final int LONG_LIST = 30;

    @Id private UUID id;

    @Column(name = "author_id")
    private UUID authorId;

    private String subject;

    @Column(name = "body")
    private String text;

    @Column(name = "addressed_to")
    private String addressedTo;

    @Column(name = "recipient_count")
    private int recipientCount;

    /** Never null, for EclipseLink can't read a UUID that is. */
    @Column(name = "first_recipient_id")
    private UUID firstRecipientId;

    @Column(name = "sent_at")
    private Instant sentAt;

    /** Whether its recipients may answer. */
    private boolean answers;

    /** What is looked for in it. */
    private String words;

    /** Whether its recipients were told of it. */
    private boolean told;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_place")
    private SentPlace authorPlace = SentPlace.SENT;

    @Column(name = "author_folder_id")
    private UUID authorFolderId = DraftContent.NEW_LETTER;

    @Column(name = "author_binned_at")
    private @Nullable Instant authorBinnedAt;

    /** Whether the school has taken it from its readers. */
    private boolean withdrawn;

    @Column(name = "forwards_id")
    private UUID forwardsId = DraftContent.NEW_LETTER;

    @SuppressWarnings("NullAway.Init")
    protected Letter() {}

    private Letter(
            UUID id,
            PersonId author,
            Subject subject,
            MessageText text,
            List<AddressedGroup> groups,
            List<PersonId> recipients,
            boolean answers,
            Instant sentAt) {
        this.id = id;
        this.authorId = author.value();
        this.subject = subject.value();
        this.text = text.value();
        this.words = Words.of(subject.value(), text.plain()).kept();
        this.addressedTo = AddressedGroup.stored(groups);
        this.recipientCount = recipients.size();
        this.firstRecipientId = recipients.get(0).value();
        this.answers = answers;
        this.sentAt = sentAt;
    }

    static Letter write(
            UUID id,
            PersonId author,
            Subject subject,
            MessageText text,
            List<Addressee> addressees,
            boolean answersOfMany,
            Instant sentAt) {
        List<PersonId> recipients = recipientsOf(addressees);
        if (recipients.isEmpty() || recipients.contains(author)) {
            throw new IllegalArgumentException("a letter is for others, at least one");
        }
        List<AddressedGroup> groups = AddressedGroup.among(addressees);
        boolean answers = answersOfMany || recipients.size() < LONG_LIST;
        return new Letter(id, author, subject, text, groups, recipients, answers, sentAt);
    }

    boolean mayBeAnswered() {
        return answers;
    }

    /** One that nobody of the collège has written, and nobody can answer. */
    static Letter ofTheDepartement(
            UUID id, Subject subject, MessageText text, List<PersonId> readers, Instant now) {
        PersonId departement = DepartementLetters.DEPARTEMENT;
        Letter letter = new Letter(id, departement, subject, text, List.of(), readers, false, now);
        letter.told = true;
        return letter;
    }

    /** Everybody among the addressees, once, also who was chosen twice. */
    static List<PersonId> recipientsOf(List<Addressee> addressees) {
        return addressees.stream().flatMap(a -> a.people().stream()).distinct().toList();
    }

    /** One conversation with each recipient. */
    List<Conversation> openConversations(List<Addressee> addressees, NewIds ids) {
        return recipientsOf(addressees).stream()
                .map(recipient -> new Conversation(ids.next(), this, recipient))
                .toList();
    }

    /** It holds the words of this letter or reply. */
    void forwards(UUID message) {
        forwardsId = message;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** What it hands on; all zeros where it hands on nothing. */
    UUID forwarded() {
        return forwardsId;
    }

    /** Whether it has ended, and only tells what was handed on through it. */
    public boolean isOnlyAPlace() {
        return recipientCount == 0;
    }

    /** Says something else from now on. */
    void put(String newSubject, String newText) {
        subject = newSubject;
        text = newText;
        words = Words.of(subject, RichText.of(text).plain()).kept();
    }

    /** Its author puts it somewhere. */
    void lie(SentPlace place, UUID folder, @Nullable Instant thrownAway) {
        authorPlace = place;
        authorFolderId = folder;
        authorBinnedAt = thrownAway;
    }

    SentPlace place() {
        return authorPlace;
    }

    void isTold() {
        told = true;
    }

    boolean isOnItsWay(Instant now) {
        return sentAt.isAfter(now);
    }

    /**
     * Where its author reads it, below the module.
     *
     * @param first the conversation with one of its recipients
     */
    String seenByItsAuthor(UUID first) {
        return recipientCount == 1 ? "/messages/" + first : "/sent/" + id;
    }

    UUID id() {
        return id;
    }

    PersonId author() {
        return new PersonId(authorId);
    }

    public String subject() {
        return subject;
    }

    public String text() {
        return text;
    }

    List<AddressedGroup> addressedTo() {
        return AddressedGroup.ofStored(addressedTo);
    }

    int recipientCount() {
        return recipientCount;
    }

    Instant sentAt() {
        return sentAt;
    }
}
