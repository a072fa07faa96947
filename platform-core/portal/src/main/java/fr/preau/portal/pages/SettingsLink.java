package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * Something that is set for a collège.
 *
 * @param help what it is for, in a sentence; null for a module's, whose name says it
 */
public record SettingsLink(String label, String href, @Nullable String help) {}
