package fr.preau.api.route;

/**
 * What a handler answers: the page to show, or where to go after something was done.
 *
 * <p>A refusal is not an answer but a {@link Refusal}, thrown.
 *
 * @param <P> the page record, which is also what goes out as JSON
 */
public sealed interface Answer<P> {

    P page();

    /** Show this page. */
    record Show<P>(P page) implements Answer<P> {}

    /**
     * It is done: a browser goes to the address, a program gets the record.
     *
     * @param location an address below the module, as in {@code /messages/42}, or a whole path of
     *     the portal when the route belongs to the portal
     */
    record Done<P>(P page, String location) implements Answer<P> {}

    /** The input can't be taken as it is: show the page again, with status 422. */
    record TryAgain<P>(P page, Violations violations) implements Answer<P> {}

    static <P> Answer<P> show(P page) {
        return new Show<>(page);
    }

    static <P> Answer<P> done(P page, String location) {
        return new Done<>(page, location);
    }

    static <P> Answer<P> tryAgain(P page, Violations violations) {
        return new TryAgain<>(page, violations);
    }
}
