package fr.preau.api.page;

/**
 * Draws a page record as HTML.
 *
 * @param <P> the page record
 */
@FunctionalInterface
public interface View<P> {

    Screen draw(P page, PageContext context);
}
