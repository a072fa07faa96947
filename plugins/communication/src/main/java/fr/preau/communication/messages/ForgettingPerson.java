package fr.preau.communication.messages;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.school.PersonId;
import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * Takes somebody out of the messages of a collège.
 *
 * <p>Their inbox goes. What they share with somebody else stays for that one, with the same words
 * and between the same two, of whom one is nobody any more: an identity that is made up for this
 * erasure and stands for no person, so that pages show « Personne partie du collège ». When the
 * other one is taken out as well, it goes. The statements are few, however many messages there are.
 */
final class ForgettingPerson {

    private static final int ENDED_AT_ONCE = 500;

    private final EntityManager entities;
    private final EndingConversations ended;
    private final NewIds ids;

    ForgettingPerson(EntityManager entities, Attachments attachments, NewIds ids) {
        this.entities = entities;
        this.ended = new EndingConversations(entities, attachments);
        this.ids = ids;
    }

    ErasureReport forget(PersonId person) {
        UUID nobody = ids.next();
        // Takes hold of the conversations first: who is erased at the same time waits here, and
        // then finds them as they have become.
        int received = renamed("Conversation.renameRecipient", person, nobody);
        renamed("Conversation.renameAuthor", person, nobody);
        // What was thrown away had lost them as a reader already.
        renamed("Conversation.renameGoneRecipient", person, nobody);
        renamed("Conversation.renameGoneAuthor", person, nobody);
        Ended gone = endConversations(nobody);
        int erased =
                gone.erased()
                        + entities.createNamedQuery("InboxEntry.deleteOfOwner")
                                .setParameter("person", person.value())
                                .executeUpdate();
        int written =
                renamed("Letter.renameAuthor", person, nobody)
                        + renamed("Reply.renameAuthor", person, nobody);
        renamed("Letter.renameFirstRecipient", person, nobody);
        renamed("InboxEntry.renameCorrespondent", person, nobody);
        return new ErasureReport(erased, written + received - gone.received(), kept(written));
    }

    private int renamed(String query, PersonId person, UUID nobody) {
        return entities.createNamedQuery(query)
                .setParameter("person", person.value())
                .setParameter("nobody", nobody)
                .executeUpdate();
    }

    /**
     * What went with conversations.
     *
     * @param erased how many things
     * @param received how many of the conversations the person had not begun
     */
    private record Ended(int erased, int received) {}

    /** Conversations that the person was the last to have; they are nobody's twice now. */
    private Ended endConversations(UUID nobody) {
        int erased = 0;
        int received = 0;
        List<Conversation> ending = ending(nobody);
        while (!ending.isEmpty()) {
            erased += ended.end(ending);
            received += receivedBy(nobody, ending);
            ending = ending(nobody);
        }
        return new Ended(erased, received);
    }

    private static int receivedBy(UUID nobody, List<Conversation> conversations) {
        PersonId recipient = new PersonId(nobody);
        return (int)
                conversations.stream()
                        .filter(conversation -> conversation.recipient().equals(recipient))
                        .count();
    }

    private List<Conversation> ending(UUID nobody) {
        return entities.createNamedQuery("Conversation.ofNobodyElse", Conversation.class)
                .setParameter("nobody", nobody)
                .setMaxResults(ENDED_AT_ONCE)
                .getResultList();
    }

    private static List<Kept> kept(int written) {
        return written == 0
                ? List.of()
                : List.of(
                        new Kept(
                                Wording.of("kept.others", written), Wording.of("kept.others.why")));
    }
}
