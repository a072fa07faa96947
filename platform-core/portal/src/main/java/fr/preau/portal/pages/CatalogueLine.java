package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * A module of the catalogue.
 *
 * @param failure why the release that should run does not, in the host's words
 * @param version what runs; null when nothing does
 * @param waiting a newer version that was brought and does not run
 * @param enabled at how many of the active collèges it is on
 */
public record CatalogueLine(
        String id,
        String title,
        String publisher,
        ModuleState state,
        @Nullable String failure,
        @Nullable String version,
        @Nullable String waiting,
        int enabled) {}
