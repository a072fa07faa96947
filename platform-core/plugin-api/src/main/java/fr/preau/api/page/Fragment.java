package fr.preau.api.page;

import gg.jte.Content;

/**
 * Draws a record as a piece of HTML inside a page that is not the module's, such as a card.
 *
 * @param <P> the record
 */
@FunctionalInterface
public interface Fragment<P> {

    Content draw(P page, PageContext context);
}
