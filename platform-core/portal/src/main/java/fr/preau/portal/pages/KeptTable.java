package fr.preau.portal.pages;

/**
 * A table of a module at a collège.
 *
 * @param rows as the database estimates them
 * @param bytes as the database estimates them
 */
public record KeptTable(String name, long rows, long bytes) {}
