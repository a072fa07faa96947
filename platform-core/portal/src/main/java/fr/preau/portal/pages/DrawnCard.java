package fr.preau.portal.pages;

import gg.jte.Content;

/**
 * A module's card as HTML, beside the {@link CardSlot} it belongs to.
 *
 * @param college the slug of the collège it speaks for
 * @param asks whether it asks for an answer
 */
public record DrawnCard(String college, String module, String id, boolean asks, Content content) {}
