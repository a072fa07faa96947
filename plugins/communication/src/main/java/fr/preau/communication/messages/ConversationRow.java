package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with its letter as the query answers it.
 *
 * @param received how many came in, null where nothing did
 */
public record ConversationRow(
        UUID conversation,
        UUID letter,
        UUID author,
        UUID recipient,
        String subject,
        String text,
        String addressedTo,
        int recipients,
        Instant sentAt,
        boolean answers,
        @Nullable Integer received,
        @Nullable Boolean unread) {

    UUID correspondentOf(UUID person) {
        return author.equals(person) ? recipient : author;
    }
}
