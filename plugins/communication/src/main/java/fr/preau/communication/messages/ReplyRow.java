package fr.preau.communication.messages;

import java.time.Instant;
import java.util.UUID;

/** A reply as the query answers it. */
public record ReplyRow(UUID id, UUID author, String text, Instant sentAt) {}
