package fr.preau.communication.messages;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import fr.preau.communication.drafts.Drafts;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes a letter back that is still on its way: as if it had never been sent, and what was written
 * is a draft again.
 *
 * <p>Until its time nobody but the author has seen it, so nothing has to be taken out of anybody's
 * hands. After that it is refused.
 */
final class UndoingSend {

    private final EntityManager entities;
    private final Drafts drafts;
    private final Attachments attachments;
    private final Clock clock;

    UndoingSend(EntityManager entities, Drafts drafts, Attachments attachments, Clock clock) {
        this.entities = entities;
        this.drafts = drafts;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * @return the key of the draft that it is again
     */
    UUID undo(Caller author, UUID letterId) {
        Letter letter = entities.find(Letter.class, letterId, LockModeType.PESSIMISTIC_WRITE);
        if (letter == null || !letter.author().equals(author.person())) {
            throw Refusal.notFound();
        }
        if (!letter.isOnItsWay(clock.instant())) {
            throw tooLate(author);
        }
        UUID draft = drafts.giveBack(author.person(), letterId);
        attachments.goOver(Holder.LETTER, letterId, Holder.DRAFT, draft);
        attachments.deleteWith(Holder.HELD, List.of(letterId));
        forgetForm(letter);
        List<UUID> conversations =
                entities.createNamedQuery("Conversation.idsOfLetter", UUID.class)
                        .setParameter("letter", letterId)
                        .getResultList();
        for (String query : List.of("InboxEntry.deleteOfConversations", "Conversation.delete")) {
            entities.createNamedQuery(query).setParameter("ids", conversations).executeUpdate();
        }
        entities.remove(letter);
        return draft;
    }

    /** Whoever goes back to the form and sends it again means it. */
    private void forgetForm(Letter letter) {
        UUID first =
                entities.createNamedQuery("Conversation.ofLetter", RecipientRow.class)
                        .setParameter("letter", letter.id())
                        .setMaxResults(1)
                        .getSingleResult()
                        .conversation();
        entities.createNamedQuery("PostedForm.forgetOf")
                .setParameter("location", letter.seenByItsAuthor(first))
                .executeUpdate();
    }

    private static Refusal tooLate(Caller author) {
        return new Refusal(
                409,
                "letter-is-gone",
                Wording.of("undo.late.title"),
                Wording.of(Wording.to(author.profile(), "undo.late.detail")));
    }
}
