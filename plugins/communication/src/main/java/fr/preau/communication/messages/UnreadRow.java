package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;

/** An unread conversation, and how many there are in all. */
public record UnreadRow(UUID conversation, String subject, Instant receivedAt, long unread) {}
