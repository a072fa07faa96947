package fr.preau.communication.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversation to show.
 *
 * @param page of its replies, from 1, the newest first
 */
public record ConversationInput(UUID conversation, @Nullable Integer page) {}
