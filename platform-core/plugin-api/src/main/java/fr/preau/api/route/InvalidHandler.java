package fr.preau.api.route;

/**
 * Shows a form again with what was typed and what is wrong with it.
 *
 * @param <I> the input record, bound but not valid: any component may be null
 * @param <P> the page record
 */
@FunctionalInterface
public interface InvalidHandler<I, P> {

    P showAgain(Request request, I input, Violations violations);
}
