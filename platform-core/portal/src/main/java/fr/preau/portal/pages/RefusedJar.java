package fr.preau.portal.pages;

/**
 * A file in the folder of modules that can't run.
 *
 * @param file its name
 * @param reason why, in words for the operator
 */
public record RefusedJar(String file, String reason) {}
