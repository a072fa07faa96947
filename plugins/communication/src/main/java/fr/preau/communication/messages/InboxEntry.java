package fr.preau.communication.messages;

import fr.preau.api.school.PersonId;
import fr.preau.communication.drafts.DraftContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Conversation} as it lies in the inbox of one of its two people.
 *
 * <p>A recipient has it from the letter on, the author from the first answer. It goes to the top
 * and is unread again whenever something comes in. It becomes read up to what its owner was shown:
 * what comes in meanwhile stays unread.
 *
 * <p>Its owner may put it away, in the archive, a folder or the bin. From archive and bin it comes
 * back when something comes in; what has lain in the bin for its term is gone for its owner.
 */
@Entity
@Table(name = "communication_inbox_entry")
@NamedQuery(
        name = "InboxEntry.inPlace",
        query =
                "SELECT NEW fr.preau.communication.messages.InboxRow(e.id,"
                        + " e.conversationId, e.correspondentId, e.subject, e.receivedAt, e.unread)"
                        + " FROM InboxEntry e"
                        + " WHERE e.ownerId = :owner AND e.place = :place AND e.folderId = :folder"
                        + " AND e.receivedAt <= :at AND (e.receivedAt < :at OR e.id < :id)"
                        + " ORDER BY e.receivedAt DESC, e.id DESC")
@NamedQuery(
        name = "InboxEntry.found",
        query =
                "SELECT NEW fr.preau.communication.messages.InboxRow(e.id,"
                        + " e.conversationId, e.correspondentId, e.subject, e.receivedAt, e.unread)"
                        + " FROM InboxEntry e JOIN Conversation c ON c.id = e.conversationId"
                        + " JOIN Letter l ON l.id = c.letterId"
                        + " WHERE e.ownerId = :owner AND e.receivedAt <= :at"
                        + " AND (e.receivedAt < :at OR e.id < :id)"
                        + " AND e.place <> fr.preau.communication.messages.Place.BIN"
                        + " AND (e.correspondentId IN :people"
                        + " OR ((e.correspondentId IN :people1"
                        + " OR CAST(l.words AS BINARY) LIKE :word1 OR EXISTS (SELECT r1.id FROM Reply r1"
                        + " WHERE r1.conversationId = c.id AND CAST(r1.words AS BINARY) LIKE :word1))"
                        + " AND (e.correspondentId IN :people2"
                        + " OR CAST(l.words AS BINARY) LIKE :word2 OR EXISTS (SELECT r2.id FROM Reply r2"
                        + " WHERE r2.conversationId = c.id AND CAST(r2.words AS BINARY) LIKE :word2))"
                        + " AND (e.correspondentId IN :people3"
                        + " OR CAST(l.words AS BINARY) LIKE :word3 OR EXISTS (SELECT r3.id FROM Reply r3"
                        + " WHERE r3.conversationId = c.id AND CAST(r3.words AS BINARY) LIKE :word3))"
                        + " AND (e.correspondentId IN :people4"
                        + " OR CAST(l.words AS BINARY) LIKE :word4 OR EXISTS (SELECT r4.id FROM Reply r4"
                        + " WHERE r4.conversationId = c.id AND CAST(r4.words AS BINARY) LIKE :word4))"
                        + " AND (e.correspondentId IN :people5"
                        + " OR CAST(l.words AS BINARY) LIKE :word5 OR EXISTS (SELECT r5.id FROM Reply r5"
                        + " WHERE r5.conversationId = c.id AND CAST(r5.words AS BINARY) LIKE :word5))"
                        // Last, for what follows an ESCAPE is not read well.
                        + " AND e.subject LIKE :subject ESCAPE '!'))"
                        + " ORDER BY e.receivedAt DESC, e.id DESC")
@NamedQuery(
        name = "InboxEntry.chosen",
        query =
                "SELECT e FROM InboxEntry e WHERE e.ownerId = :owner AND e.conversationId IN :ids"
                        + " AND e.receivedAt <= :now")
@NamedQuery(
        name = "InboxEntry.takeOut",
        query =
                "UPDATE InboxEntry e SET e.folderId = :none,"
                        + " e.place = fr.preau.communication.messages.Place.INBOX"
                        + " WHERE e.ownerId = :owner AND e.folderId = :folder")
@NamedQuery(
        name = "InboxEntry.binnedBefore",
        query =
                "SELECT e FROM InboxEntry e"
                        + " WHERE e.place = fr.preau.communication.messages.Place.BIN"
                        + " AND e.binnedAt < :before ORDER BY e.binnedAt")
@NamedQuery(
        name = "InboxEntry.unread",
        // Said here and not with each reading, which would then compose its SQL anew.
        hints = @QueryHint(name = "eclipselink.jdbc.max-rows", value = "" + Mailbox.ON_THE_CARD),
        query =
                "SELECT NEW fr.preau.communication.messages.UnreadRow("
                        + "e.conversationId, e.subject, e.receivedAt,"
                        + " (SELECT COUNT(o.id) FROM InboxEntry o"
                        + " WHERE o.ownerId = :owner AND o.unread = TRUE"
                        + " AND o.place <> fr.preau.communication.messages.Place.BIN"
                        + " AND o.receivedAt <= :now))"
                        + " FROM InboxEntry e WHERE e.ownerId = :owner AND e.unread = TRUE"
                        + " AND e.place <> fr.preau.communication.messages.Place.BIN"
                        + " AND e.receivedAt <= :now"
                        + " ORDER BY e.receivedAt DESC, e.id DESC")
@NamedQuery(
        name = "InboxEntry.ofConversation",
        query =
                "SELECT e FROM InboxEntry e"
                        + " WHERE e.conversationId = :conversation AND e.ownerId = :owner")
@NamedQuery(
        name = "InboxEntry.rename",
        query =
                "UPDATE InboxEntry e SET e.subject = :subject"
                        + " WHERE e.conversationId IN :conversations")
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

    /** In this time people have read, and answered, what schools count on. */
    private static final Duration SOON = Duration.ofDays(1);

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

    @Enumerated(EnumType.STRING)
    private Place place;

    @Column(name = "folder_id")
    private UUID folderId;

    @Column(name = "binned_at")
    private @Nullable Instant binnedAt;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    /** Whether it was read within a day of its arrival; for figures alone. */
    @Column(name = "read_soon")
    private boolean readSoon;

    /** Whether it was answered within a day of its arrival; for figures alone. */
    @Column(name = "answered_soon")
    private boolean answeredSoon;

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
        this.arrivedAt = now;
        this.unread = true;
        this.place = Place.INBOX;
        this.folderId = DraftContent.NEW_LETTER;
    }

    /** Whether what comes in has not come in yet. */
    boolean isOnItsWay(Instant now) {
        return receivedAt.isAfter(now);
    }

    /** One more came in. */
    void receive(Instant now) {
        receivedCount++;
        receivedAt = now;
        unread = true;
        if (place == Place.ARCHIVE || place == Place.BIN) {
            lie(Place.INBOX, DraftContent.NEW_LETTER, null);
        }
    }

    /** Its owner puts it somewhere. */
    void lie(Place newPlace, UUID folder, @Nullable Instant thrownAway) {
        place = newPlace;
        folderId = folder;
        binnedAt = thrownAway;
    }

    void read(Instant now) {
        unread = false;
        readSoon = readSoon || isSoon(now);
    }

    /** Its owner has answered, and so has read it. */
    void answer(Instant now) {
        readSoon = readSoon || isSoon(now);
        answeredSoon = answeredSoon || isSoon(now);
    }

    private boolean isSoon(Instant now) {
        return now.isBefore(arrivedAt.plus(SOON));
    }

    void unread() {
        unread = true;
    }

    boolean isUnread() {
        return unread;
    }

    PersonId owner() {
        return new PersonId(ownerId);
    }

    UUID conversationId() {
        return conversationId;
    }

    String subject() {
        return subject;
    }

    /**
     * Its owner has read what was shown.
     *
     * @param seen how many had come in when the page was made
     */
    void readUpTo(int seen, Instant now) {
        if (seen >= receivedCount) {
            read(now);
        }
    }
}
