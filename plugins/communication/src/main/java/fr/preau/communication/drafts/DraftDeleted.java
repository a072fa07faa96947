package fr.preau.communication.drafts;

import java.util.UUID;

/** A draft that is gone. */
public record DraftDeleted(UUID draft) {}
