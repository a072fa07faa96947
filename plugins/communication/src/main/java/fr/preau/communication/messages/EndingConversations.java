package fr.preau.communication.messages;

import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Ends conversations that nobody has any more, with their files, and the letters that go too. */
final class EndingConversations {

    private final EntityManager entities;
    private final Attachments attachments;

    EndingConversations(EntityManager entities, Attachments attachments) {
        this.entities = entities;
        this.attachments = attachments;
    }

    /**
     * @return how many things are gone
     */
    int end(List<Conversation> ending) {
        List<UUID> conversations = ending.stream().map(Conversation::id).toList();
        List<UUID> letters = ending.stream().map(Conversation::letterId).distinct().toList();
        int erased =
                attachments.deleteWith(Holder.REPLY, repliesIn(conversations))
                        + deleted("Reply.deleteOfConversations", conversations)
                        + deleted("InboxEntry.deleteOfConversations", conversations);
        deleted("Conversation.delete", conversations);
        List<UUID> unread =
                entities.createNamedQuery("Letter.withoutConversation", UUID.class)
                        .setParameter("ids", letters)
                        .getResultList();
        return unread.isEmpty()
                ? erased
                : erased
                        + attachments.deleteWith(Holder.LETTER, unread)
                        + attachments.deleteWith(Holder.HELD, unread)
                        + deleted("Letter.delete", unread);
    }

    private List<UUID> repliesIn(List<UUID> conversations) {
        return entities.createNamedQuery("Reply.inConversations", UUID.class)
                .setParameter("ids", conversations)
                .getResultList();
    }

    private int deleted(String query, List<UUID> of) {
        return entities.createNamedQuery(query).setParameter("ids", of).executeUpdate();
    }
}
