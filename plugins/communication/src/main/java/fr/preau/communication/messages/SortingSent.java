package fr.preau.communication.messages;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.PersonId;
import fr.preau.communication.drafts.DraftContent;
import fr.preau.communication.folders.Folders;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where people put the letters they have sent: folders, bin, and what becomes of the bin. For their
 * readers nothing changes.
 */
final class SortingSent {

    private static final int EMPTIED_AT_ONCE = 20;
    private static final UUID NONE = DraftContent.NEW_LETTER;

    private final EntityManager entities;
    private final Folders folders;
    private final Clock clock;

    SortingSent(EntityManager entities, Folders folders, Clock clock) {
        this.entities = entities;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * @return how many letters of this person it was done with
     */
    int apply(PersonId author, SentAct act, List<UUID> letters, @Nullable UUID folder) {
        UUID into = act == SentAct.FOLDER ? own(author, folder) : NONE;
        if (letters.isEmpty()) {
            return 0;
        }
        List<Letter> theirs =
                entities.createNamedQuery("Letter.chosen", Letter.class)
                        .setParameter("author", author.value())
                        .setParameter("ids", letters)
                        .getResultList();
        Instant now = clock.instant();
        for (Letter letter : theirs) {
            switch (act) {
                case SENT -> letter.lie(SentPlace.SENT, NONE, null);
                case FOLDER -> letter.lie(SentPlace.FOLDER, into, null);
                case BIN -> letter.lie(SentPlace.BIN, NONE, now);
            }
        }
        return theirs.size();
    }

    private UUID own(PersonId author, @Nullable UUID folder) {
        if (folder == null) {
            throw Refusal.notFound();
        }
        return folders.find(author, folder).id();
    }

    /** What lies in a folder lies among the sent letters again. */
    void takeOut(PersonId author, UUID folder) {
        entities.createNamedQuery("Letter.takeOut")
                .setParameter("author", author.value())
                .setParameter("folder", folder)
                .setParameter("none", NONE)
                .executeUpdate();
    }

    /**
     * Ends for their authors what has been in the bin for its term, with the conversations in which
     * nobody has answered them.
     *
     * @return whether there may be more
     */
    boolean emptyBins() {
        List<Letter> over =
                entities.createNamedQuery("Letter.binnedBefore", Letter.class)
                        .setParameter("before", clock.instant().minus(Sorting.TERM))
                        .setMaxResults(EMPTIED_AT_ONCE)
                        .getResultList();
        over.forEach(letter -> letter.lie(SentPlace.GONE, NONE, null));
        entities.flush();
        for (Letter letter : over) {
            entities.createNamedQuery("Conversation.leaveUnanswered")
                    .setParameter(1, letter.id().toString())
                    .executeUpdate();
        }
        return over.size() == EMPTIED_AT_ONCE;
    }
}
