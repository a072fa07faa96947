package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that left a trace.
 *
 * @param actor the login of who did it
 * @param act a stable word, as in {@code module-enabled}
 * @param subject what it was done to, as in the title of a module
 * @param college the slug of the collège it concerns, if one
 * @param collegeName its name
 */
public record AuditLine(
        Instant at,
        String actor,
        String act,
        String subject,
        @Nullable String college,
        @Nullable String collegeName) {}
