package fr.preau.communication.drafts;

import java.util.UUID;

/** A draft that waits for its author again. */
public record DraftStopped(UUID draft) {}
