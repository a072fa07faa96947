package fr.preau.communication.messages;

import java.util.UUID;

/** One who received a letter of somebody, as the query answers it. */
public record SentToRow(UUID letter, UUID recipient) {}
