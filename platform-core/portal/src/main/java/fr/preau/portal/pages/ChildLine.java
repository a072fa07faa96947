package fr.preau.portal.pages;

/**
 * A child of the guardian who looks, at one collège.
 *
 * @param college the slug of the collège
 * @param className as the school writes it, as in « 5eB »
 */
public record ChildLine(
        String college,
        String collegeName,
        String givenName,
        String familyName,
        String className) {}
