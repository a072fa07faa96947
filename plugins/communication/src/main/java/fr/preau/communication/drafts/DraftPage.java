package fr.preau.communication.drafts;

/**
 * What became of a save.
 *
 * @param content what was to be kept, which must not be lost where it was not
 */
public record DraftPage(DraftState state, DraftContent content) {}
