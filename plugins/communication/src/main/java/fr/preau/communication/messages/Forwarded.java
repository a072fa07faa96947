package fr.preau.communication.messages;

import java.util.UUID;

/** A letter that was begun with somebody's words in it, by the key of its draft. */
public record Forwarded(UUID draft) {}
