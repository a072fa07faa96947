package fr.preau.communication.messages;

import fr.preau.communication.attachments.Attachments;
import fr.preau.communication.attachments.Holder;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Ends conversations that nobody has any more, with their files, and the letters that go too. */
final class EndingConversations {

    private static final UUID NOBODY = new UUID(0, 0);

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
                        + end(unread, new HashSet<>(handedOn(unread)));
    }

    /**
     * What hands a letter on is found through it when that which it hands on itself is withdrawn:
     * so nothing stays of it but where it stood.
     */
    private int end(List<UUID> letters, Set<UUID> handedOn) {
        List<UUID> others = letters.stream().filter(each -> !handedOn.contains(each)).toList();
        if (!handedOn.isEmpty()) {
            entities.createNamedQuery("WholeLetter.deleteOf")
                    .setParameter("ids", handedOn)
                    .executeUpdate();
            entities.createNamedQuery("Letter.leaveOnlyItsPlace")
                    .setParameter("ids", handedOn)
                    .setParameter("nobody", NOBODY)
                    .executeUpdate();
        }
        return handedOn.size() + (others.isEmpty() ? 0 : deleted("Letter.delete", others));
    }

    private List<UUID> handedOn(List<UUID> letters) {
        return entities.createNamedQuery("Letter.handedOn", UUID.class)
                .setParameter("ids", letters)
                .getResultList();
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
