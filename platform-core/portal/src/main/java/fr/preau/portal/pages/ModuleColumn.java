package fr.preau.portal.pages;

/**
 * A module that should run on the platform.
 *
 * @param running whether it does
 * @param enabled at how many of the active collèges it is on
 */
public record ModuleColumn(String id, String title, String version, boolean running, int enabled) {}
