package fr.preau.portal.pages;

/**
 * The accessibility declaration that the law asks of a public body.
 *
 * @param standard what Préau is measured by
 * @param assessed whether somebody has measured it
 */
public record AccessibilityPage(String standard, boolean assessed) {}
