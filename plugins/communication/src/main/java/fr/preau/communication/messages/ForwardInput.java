package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to forward.
 *
 * @param message the letter or the reply of this conversation
 */
public record ForwardInput(UUID conversation, @Nullable UUID message) {}
