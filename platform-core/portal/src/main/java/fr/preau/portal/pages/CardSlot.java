package fr.preau.portal.pages;

/**
 * What a module's card says on the accueil.
 *
 * @param id the card's name within the module
 * @param college the slug of the collège it speaks for
 * @param page the module's own record
 */
public record CardSlot(String module, String id, String college, Object page) {}
