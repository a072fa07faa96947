package fr.preau.communication.messages;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A {@link Conversation} as it lies in the inbox of one of its two people.
 *
 * <p>A recipient has it from the letter on, the author from the first answer. It goes to the top
 * and is unread again whenever something comes in. It becomes read up to what its owner was shown:
 * what comes in meanwhile stays unread.
 */
@Entity
@Table(name = "communication_inbox_entry")
@NamedQuery(
        name = "InboxEntry.newest",
        query =
                "SELECT NEW fr.preau.communication.messages.InboxRow("
                        + "e.conversationId, e.correspondentId, e.subject, e.receivedAt, e.unread)"
                        + " FROM InboxEntry e"
                        + " WHERE e.ownerId = :owner AND e.subject LIKE :subject ESCAPE '!'"
                        + " ORDER BY e.receivedAt DESC, e.id DESC")
@NamedQuery(
        name = "InboxEntry.unread",
        query =
                "SELECT NEW fr.preau.communication.messages.UnreadRow("
                        + "e.conversationId, e.subject, e.receivedAt,"
                        + " (SELECT COUNT(o.id) FROM InboxEntry o"
                        + " WHERE o.ownerId = :owner AND o.unread = TRUE))"
                        + " FROM InboxEntry e WHERE e.ownerId = :owner AND e.unread = TRUE"
                        + " ORDER BY e.receivedAt DESC, e.id DESC")
@NamedQuery(
        name = "InboxEntry.ofConversation",
        query =
                "SELECT e FROM InboxEntry e"
                        + " WHERE e.conversationId = :conversation AND e.ownerId = :owner")
@NamedQuery(
        name = "InboxEntry.renameCorrespondent",
        query =
                "UPDATE InboxEntry e SET e.correspondentId = :nobody"
                        + " WHERE e.correspondentId = :person")
@NamedQuery(
        name = "InboxEntry.deleteOfOwner",
        query = "DELETE FROM InboxEntry e WHERE e.ownerId = :person")
@NamedQuery(
        name = "InboxEntry.deleteOfConversations",
        query = "DELETE FROM InboxEntry e WHERE e.conversationId IN :ids")
public class InboxEntry {

    @Id private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "conversation_id")
    private UUID conversationId;

    @Column(name = "correspondent_id")
    private UUID correspondentId;

    private String subject;

    @Column(name = "received_count")
    private int receivedCount;

    @Column(name = "received_at")
    private Instant receivedAt;

    private boolean unread;

    @SuppressWarnings("NullAway.Init")
    protected InboxEntry() {}

    /** The entry of someone to whom something comes in for the first time. */
    InboxEntry(UUID id, PersonId owner, Conversation conversation, String subject, Instant now) {
        this.id = id;
        this.ownerId = owner.value();
        this.conversationId = conversation.id();
        this.correspondentId = conversation.correspondentOf(owner).value();
        this.subject = subject;
        this.receivedCount = 1;
        this.receivedAt = now;
        this.unread = true;
    }

    /** One more came in. */
    void receive(Instant now) {
        receivedCount++;
        receivedAt = now;
        unread = true;
    }

    String subject() {
        return subject;
    }

    /**
     * Its owner has read what was shown.
     *
     * @param seen how many had come in when the page was made
     */
    void readUpTo(int seen) {
        unread = unread && seen < receivedCount;
    }
}
