package fr.preau.communication.drafts;

import java.util.UUID;

/** Which draft to delete. */
public record DeleteDraftInput(UUID draft) {}
