package fr.preau.portal.pages;

import java.time.Instant;

/**
 * A collège where a module is held.
 *
 * @param reason in French, for the operator
 */
public record QuarantinedCollege(String slug, String name, String reason, Instant since) {}
