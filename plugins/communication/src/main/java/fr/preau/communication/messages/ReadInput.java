package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to where a conversation was read.
 *
 * @param seen {@link ConversationPage#seen} of the page that was read
 */
public record ReadInput(UUID conversation, @Nullable Integer seen) {}
