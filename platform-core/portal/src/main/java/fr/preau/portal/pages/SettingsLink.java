package fr.preau.portal.pages;

/**
 * Something that is set for a collège.
 *
 * @param help what it is for, in a sentence
 */
public record SettingsLink(String label, String href, String help) {}
