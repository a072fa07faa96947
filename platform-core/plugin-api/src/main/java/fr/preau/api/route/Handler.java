package fr.preau.api.route;

/**
 * Does what a route is for.
 *
 * @param <I> the input record, bound and validated
 * @param <P> the page record
 */
@FunctionalInterface
public interface Handler<I, P> {

    Answer<P> handle(Request request, I input);
}
