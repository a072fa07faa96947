package fr.preau.portal.pages;

import java.time.Instant;

/**
 * A collège where a module is held.
 *
 * @param reason in the host's words
 */
public record QuarantinedCollege(String slug, String name, String reason, Instant since) {}
