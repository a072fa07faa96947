package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the sent letters as the query answers it. */
public record SentRow(
        UUID letter,
        String subject,
        String addressedTo,
        int recipients,
        UUID firstRecipient,
        Instant sentAt) {

    @Nullable UUID soleRecipient() {
        return recipients == 1 ? firstRecipient : null;
    }
}
