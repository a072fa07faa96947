package fr.preau.portal.pages;

/**
 * A module that runs on the platform.
 *
 * @param enabled at how many of the active collèges it is on
 */
public record ModuleColumn(String id, String title, String version, int enabled) {}
