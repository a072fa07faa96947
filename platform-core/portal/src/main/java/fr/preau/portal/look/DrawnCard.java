package fr.preau.portal.look;

import gg.jte.Content;

/**
 * A module's card as HTML, beside the {@link fr.preau.portal.pages.CardSlot} that holds its record.
 *
 * @param college the slug of the collège it speaks for
 */
public record DrawnCard(String college, String module, String id, Content content) {}
