package fr.preau.communication.drafts;

import java.util.UUID;

/** Which draft shall not wait for its time any more. */
public record StopInput(UUID draft) {}
