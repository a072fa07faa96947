package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;

/** A line of the inbox as the query answers it. */
public record InboxRow(
        UUID id,
        UUID conversation,
        UUID correspondent,
        String subject,
        Instant receivedAt,
        boolean unread) {

    Cursor cursor() {
        return new Cursor(receivedAt, id);
    }
}
