package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reply that waits, by the conversation it answers and the key of its draft. */
public record WaitingReplyInput(UUID conversation, @Nullable UUID draft) {}
