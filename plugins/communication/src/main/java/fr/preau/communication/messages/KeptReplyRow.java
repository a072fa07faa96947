package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;

/** A reply in a conversation of somebody, as the query answers it. */
public record KeptReplyRow(
        String subject,
        UUID letterAuthor,
        UUID letterRecipient,
        UUID author,
        String text,
        Instant sentAt) {

    UUID reader() {
        return author.equals(letterAuthor) ? letterRecipient : letterAuthor;
    }
}
