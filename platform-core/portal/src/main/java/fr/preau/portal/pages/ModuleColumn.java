package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * A module of the platform.
 *
 * @param reason why it failed, in words for the operator
 * @param enabled at how many collèges it is on
 */
public record ModuleColumn(
        String id,
        String title,
        String version,
        ModuleState state,
        @Nullable String reason,
        int enabled) {}
