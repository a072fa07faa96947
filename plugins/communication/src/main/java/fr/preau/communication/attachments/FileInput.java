package fr.preau.communication.attachments;

import java.util.UUID;

/** Which attachment to read. */
public record FileInput(UUID attachment) {}
