package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One who received a letter as the query answers it.
 *
 * @param gone whether the author has thrown the conversation away
 */
public record RecipientRow(
        UUID conversation, UUID recipient, @Nullable Instant answeredAt, boolean gone) {}
