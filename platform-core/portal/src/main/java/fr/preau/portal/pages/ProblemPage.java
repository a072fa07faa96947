package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or a failure (RFC 9457).
 *
 * @param type a stable word for programs
 * @param title what happened
 * @param detail what is kept and what to do
 * @param reference what to name when asking for help, if the failure was ours
 */
public record ProblemPage(
        int status, String type, String title, String detail, @Nullable String reference) {}
