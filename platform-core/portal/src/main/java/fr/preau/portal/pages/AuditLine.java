package fr.preau.portal.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act that left a trace.
 *
 * @param actor the name of who did it; « Préau » for what it does by itself
 * @param act a stable word, as in {@code module-enabled}
 * @param subject what it was done to, as programs call it: the id of a module, a UAI, a login
 * @param title the same as people call it, as in « Messagerie »
 * @param college the slug of the collège it concerns, if one
 * @param collegeName its name
 * @param detail what else is worth knowing, as the reason of a refusal
 */
public record AuditLine(
        Instant at,
        String actor,
        String act,
        String subject,
        String title,
        @Nullable String college,
        @Nullable String collegeName,
        @Nullable String detail) {}
