package fr.preau.communication.messages;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.folders.Folders;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people put their conversations: read or not, archive, folders, bin, and what becomes of the
 * bin. What one of the two does changes nothing for the other.
 */
final class Sorting {

    /** How long what was thrown away can be taken out of the bin. */
    static final Duration TERM = Duration.ofDays(30);

    /**
     * How long a message is kept after it was sent, though nobody sees it any more: as long as who
     * keeps others' messages keeps who wrote them (LCEN, article 6; decree 2021-1362).
     */
    private static final Duration KEPT_HIDDEN = Duration.ofDays(365);

    private static final int EMPTIED_AT_ONCE = 200;

    private final EntityManager entities;
    private final Folders folders;
    private final Tidings tidings;
    private final EndingConversations ending;
    private final Clock clock;

    Sorting(
            EntityManager entities,
            Folders folders,
            Attachments attachments,
            Tidings tidings,
            Clock clock) {
        this.entities = entities;
        this.folders = folders;
        this.tidings = tidings;
        this.ending = new EndingConversations(entities, attachments);
        this.clock = clock;
    }

    /**
     * @return how many conversations of this person it was done with
     */
    int apply(PersonId owner, Act act, List<UUID> conversations, @Nullable UUID folder) {
        UUID into = DraftContent.NEW_LETTER;
        if (act == Act.FOLDER) {
            if (folder == null) {
                throw Refusal.notFound();
            }
            into = folders.find(owner, folder).id();
        }
        if (conversations.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<InboxEntry> theirs =
                entities.createNamedQuery("InboxEntry.chosen", InboxEntry.class)
                        .setParameter("owner", owner.value())
                        .setParameter("now", now)
                        .setParameter("ids", conversations)
                        .getResultList();
        for (InboxEntry entry : theirs) {
            apply(owner, entry, act, into, now);
        }
        return theirs.size();
    }

    private void apply(PersonId owner, InboxEntry entry, Act act, UUID into, Instant now) {
        switch (act) {
            case READ -> {
                entry.read(now);
                tidings.read(owner, entry.conversationId());
            }
            case UNREAD -> entry.unread();
            case INBOX -> entry.lie(Place.INBOX, into, null);
            case ARCHIVE -> entry.lie(Place.ARCHIVE, into, null);
            case FOLDER -> entry.lie(Place.FOLDER, into, null);
            case BIN -> entry.lie(Place.BIN, into, now);
        }
    }

    /** What lies in a folder lies in the inbox again. */
    void takeOut(PersonId owner, UUID folder) {
        entities.createNamedQuery("InboxEntry.takeOut")
                .setParameter("owner", owner.value())
                .setParameter("folder", folder)
                .setParameter("none", DraftContent.NEW_LETTER)
                .executeUpdate();
    }

    /**
     * Ends what has been in a bin for its term: for its owner it is gone, for the other one it
     * stays; when it is gone for both, it ends.
     *
     * @return whether there may be more
     */
    boolean emptyBins() {
        List<InboxEntry> over =
                entities.createNamedQuery("InboxEntry.binnedBefore", InboxEntry.class)
                        .setParameter("before", clock.instant().minus(TERM))
                        .setMaxResults(EMPTIED_AT_ONCE)
                        .getResultList();
        for (InboxEntry entry : over) {
            Conversation conversation = entities.find(Conversation.class, entry.conversationId());
            conversation.isGoneFor(entry.owner());
            entities.remove(entry);
        }
        entities.flush();
        return over.size() == EMPTIED_AT_ONCE | endSome();
    }

    /** What both have thrown away is seen by nobody, and is kept as long as a court may ask. */
    private boolean endSome() {
        List<Conversation> nobodys =
                entities.createNamedQuery("Conversation.nobodys", Conversation.class)
                        .setParameter("before", clock.instant().minus(KEPT_HIDDEN))
                        .setMaxResults(EMPTIED_AT_ONCE)
                        .getResultList();
        if (!nobodys.isEmpty()) {
            ending.end(nobodys);
        }
        return nobodys.size() == EMPTIED_AT_ONCE;
    }
}
