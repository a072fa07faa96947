package fr.preau.communication.messages;

import fr.preau.api.school.PersonId;
import fr.preau.communication.words.Words;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What one of the two of a {@link Conversation} answered; it never changes. */
@Entity
@Table(name = "communication_reply")
@NamedQuery(
        name = "Reply.newest",
        query =
                "SELECT NEW fr.preau.communication.messages.ReplyRow(r.id, r.authorId, r.text, r.sentAt)"
                        + " FROM Reply r WHERE r.conversationId = :conversation"
                        + " ORDER BY r.sentAt DESC, r.id DESC")
@NamedQuery(
        name = "Reply.inConversation",
        query =
                "SELECT NEW fr.preau.communication.messages.ReplyRow(r.id, r.authorId, r.text, r.sentAt)"
                        + " FROM Reply r WHERE r.id = :reply AND r.conversationId = :conversation")
@NamedQuery(
        name = "Reply.ofPerson",
        query =
                "SELECT NEW fr.preau.communication.messages.KeptReplyRow("
                        + "l.subject, c.authorId, c.recipientId, r.authorId, r.text, r.sentAt)"
                        + " FROM Conversation c JOIN Reply r ON r.conversationId = c.id"
                        + " JOIN Letter l ON l.id = c.letterId"
                        + " WHERE (c.authorId = :person AND c.authorGone = FALSE)"
                        + " OR (c.recipientId = :person AND c.recipientGone = FALSE)")
@NamedQuery(
        name = "Reply.renameAuthor",
        query = "UPDATE Reply r SET r.authorId = :nobody WHERE r.authorId = :person")
@NamedQuery(
        name = "Reply.handedOnOf",
        query =
                "SELECT r.id FROM Reply r WHERE r.letterId = :letter"
                        + " AND (EXISTS (SELECT l.id FROM Letter l WHERE l.forwardsId = r.id)"
                        + " OR EXISTS (SELECT d.id FROM KeptDraft d WHERE d.forwardsId = r.id)) ORDER BY r.id")
@NamedQuery(name = "Reply.letterOf", query = "SELECT r.letterId FROM Reply r WHERE r.id = :reply")
@NamedQuery(
        name = "Reply.inConversations",
        query = "SELECT r.id FROM Reply r WHERE r.conversationId IN :ids")
@NamedQuery(
        name = "Reply.deleteOfConversations",
        query = "DELETE FROM Reply r WHERE r.conversationId IN :ids")
public class Reply {

    @Id private UUID id;

    @Column(name = "conversation_id")
    private UUID conversationId;

    /** That of its conversation; here too, so that what one wrote under a letter is found fast. */
    @Column(name = "letter_id")
    private UUID letterId;

    @Column(name = "author_id")
    private UUID authorId;

    @Column(name = "body")
    private String text;

    /** What is looked for in it. */
    private String words;

    @Column(name = "sent_at")
    private Instant sentAt;

    /** Whether the school has taken it from its reader. */
    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected Reply() {}

    Reply(UUID id, Conversation conversation, PersonId author, MessageText text, Instant sentAt) {
        this.id = id;
        this.conversationId = conversation.id();
        this.letterId = conversation.letterId();
        this.authorId = author.value();
        this.text = text.value();
        this.words = Words.of(text.plain()).kept();
        this.sentAt = sentAt;
    }

    public String text() {
        return text;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }
}
