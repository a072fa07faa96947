package fr.preau.core.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * What a signed token says: which session of which account, until when the token is good.
 *
 * @param renewAfter from when on a fresh token is handed out silently
 */
public record SessionToken(UUID session, UUID account, Instant renewAfter, Instant expires) {}
