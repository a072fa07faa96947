package fr.preau.communication.drafts;

import java.time.Instant;

/**
 * A draft as it is handed to who wrote it.
 *
 * @param what that it is a draft, in words
 */
public record KeptDraftOfPerson(String what, String subject, String text, Instant savedAt) {}
