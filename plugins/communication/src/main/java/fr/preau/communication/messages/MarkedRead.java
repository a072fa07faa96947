package fr.preau.communication.messages;

import java.util.UUID;

/** A conversation that its reader has read. */
public record MarkedRead(UUID conversation) {}
