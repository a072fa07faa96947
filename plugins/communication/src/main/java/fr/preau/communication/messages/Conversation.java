package fr.preau.communication.messages;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Letter} and the replies to it, between its author and one recipient; nobody else ever
 * sees it.
 *
 * <p>It begins with the letter and goes on as long as one of the two replies, and ends when both
 * had their messages erased. Whoever changes anything in it, a reply or what is read, locks it
 * first, so that two at once come one after the other.
 */
@Entity
@Table(name = "communication_conversation")
@NamedQuery(
        name = "Conversation.seenBy",
        query =
                "SELECT NEW fr.preau.communication.messages.ConversationRow("
                        + "c.id, l.id, c.authorId, c.recipientId, l.subject, l.text, l.addressedTo,"
                        + " l.recipientCount, l.sentAt, l.answers, e.receivedCount, e.unread)"
                        + " FROM Conversation c JOIN Letter l ON l.id = c.letterId"
                        + " LEFT JOIN InboxEntry e ON e.conversationId = c.id AND e.ownerId = :person"
                        + " WHERE c.id = :conversation"
                        + " AND ((c.authorId = :person AND c.authorGone = FALSE)"
                        + " OR (c.recipientId = :person AND c.recipientGone = FALSE"
                        + " AND l.sentAt <= :now))")
@NamedQuery(
        name = "Conversation.ofLetter",
        query =
                "SELECT NEW fr.preau.communication.messages.RecipientRow("
                        + "c.id, c.recipientId, c.answeredAt, c.authorGone)"
                        + " FROM Conversation c WHERE c.letterId = :letter"
                        + " ORDER BY c.answeredAt DESC, c.id DESC")
@NamedQuery(
        name = "Conversation.all",
        query = "SELECT c FROM Conversation c WHERE c.letterId = :letter")
@NamedQuery(
        name = "Conversation.ofAuthor",
        query =
                "SELECT NEW fr.preau.communication.messages.SentToRow(c.letterId, c.recipientId)"
                        + " FROM Conversation c WHERE c.authorId = :person")
@NamedQuery(
        name = "Conversation.ofNobodyElse",
        query =
                "SELECT c FROM Conversation c WHERE c.readers = 0"
                        + " AND (c.authorId = :nobody OR c.recipientId = :nobody)")
@NamedQuery(
        name = "Conversation.renameAuthor",
        query =
                "UPDATE Conversation c SET c.authorId = :nobody, c.readers = c.readers - 1"
                        + " WHERE c.authorId = :person AND c.authorGone = FALSE")
@NamedQuery(
        name = "Conversation.renameGoneAuthor",
        query = "UPDATE Conversation c SET c.authorId = :nobody WHERE c.authorId = :person")
@NamedQuery(
        name = "Conversation.renameGoneRecipient",
        query = "UPDATE Conversation c SET c.recipientId = :nobody WHERE c.recipientId = :person")
@NamedQuery(
        name = "Conversation.renameRecipient",
        query =
                "UPDATE Conversation c SET c.recipientId = :nobody, c.readers = c.readers - 1"
                        + " WHERE c.recipientId = :person AND c.recipientGone = FALSE")
@NamedQuery(
        name = "Conversation.idsOfLetter",
        query = "SELECT c.id FROM Conversation c WHERE c.letterId = :letter")
@NamedNativeQuery(
        name = "Conversation.leaveUnanswered",
        // What lies in the author's inbox as well is put away there.
        query =
                "UPDATE communication_conversation SET author_gone = TRUE, readers = readers - 1"
                        + " WHERE letter_id = ?1 AND author_gone = FALSE AND NOT EXISTS (SELECT 1"
                        + " FROM communication_inbox_entry e"
                        + " WHERE e.conversation_id = communication_conversation.id"
                        + " AND e.owner_id = communication_conversation.author_id)")
@NamedQuery(
        name = "Conversation.nobodys",
        query =
                "SELECT c FROM Conversation c JOIN Letter l ON l.id = c.letterId"
                        + " WHERE c.readers <= 0 AND l.sentAt < :before"
                        + " AND NOT EXISTS (SELECT r.id FROM Reply r"
                        + " WHERE r.conversationId = c.id AND r.sentAt >= :before)")
@NamedQuery(name = "Conversation.delete", query = "DELETE FROM Conversation c WHERE c.id IN :ids")
public class Conversation {

    @Id private UUID id;

    @Column(name = "letter_id")
    private UUID letterId;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "recipient_id")
    private UUID recipientId;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    /** How many of the two still have it; who was taken out of it is nobody any more. */
    private int readers;

    /** Whether it was in the author's bin until its term. */
    @Column(name = "author_gone")
    private boolean authorGone;

    @Column(name = "recipient_gone")
    private boolean recipientGone;

    @SuppressWarnings("NullAway.Init")
    protected Conversation() {}

    Conversation(UUID id, Letter letter, PersonId recipient) {
        this.id = id;
        this.letterId = letter.id();
        this.authorId = letter.author().value();
        this.recipientId = recipient.value();
        this.readers = 2;
    }

    /** One of which only the recipient has anything: with that one it goes. */
    static Conversation ofTheDepartement(UUID id, Letter letter, PersonId recipient) {
        Conversation conversation = new Conversation(id, letter, recipient);
        conversation.readers = 1;
        return conversation;
    }

    boolean isBetween(PersonId person) {
        return (isAuthor(person) && !authorGone) || (isRecipient(person) && !recipientGone);
    }

    /** The other of the two. */
    PersonId correspondentOf(PersonId person) {
        if (!isAuthor(person) && !isRecipient(person)) {
            throw new IllegalArgumentException(person + " has no part in conversation " + id);
        }
        return new PersonId(authorId.equals(person.value()) ? recipientId : authorId);
    }

    /** Whether this person has received something in it: the author only an answer. */
    boolean liesInInboxOf(PersonId person) {
        return isBetween(person) && (isRecipient(person) || answeredAt != null);
    }

    /** Whether this one of the two has written in it: who was only written to has not. */
    boolean hasWords(PersonId person) {
        return isAuthor(person) || answeredAt != null;
    }

    private boolean isAuthor(PersonId person) {
        return authorId.equals(person.value());
    }

    private boolean isRecipient(PersonId person) {
        return recipientId.equals(person.value());
    }

    /** One of the two has thrown it away and does not see it any more. */
    void isGoneFor(PersonId person) {
        if (isBetween(person)) {
            authorGone = authorGone || isAuthor(person);
            recipientGone = recipientGone || isRecipient(person);
            readers--;
        }
    }

    /** Something comes in for who had thrown it away. */
    void comesBackTo(PersonId person) {
        if (!isBetween(person)) {
            authorGone = authorGone && !isAuthor(person);
            recipientGone = recipientGone && !isRecipient(person);
            readers++;
        }
    }

    /** One of the two replies. */
    Reply reply(UUID replyId, PersonId writer, MessageText text, Instant now) {
        if (!isBetween(writer)) {
            throw new IllegalArgumentException(writer + " has no part in conversation " + id);
        }
        if (recipientId.equals(writer.value())) {
            answeredAt = now;
        }
        return new Reply(replyId, this, writer, text, now);
    }

    UUID id() {
        return id;
    }

    UUID letterId() {
        return letterId;
    }

    PersonId recipient() {
        return new PersonId(recipientId);
    }
}
