package fr.preau.api.route;

import fr.preau.api.files.Download;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answers: the page to show, a file to send, or where to go after something was
 * done.
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
     * @param notice what was done, in a short French sentence that the next page shows once; null
     *     when the page itself says it
     */
    record Done<P>(P page, String location, @Nullable String notice) implements Answer<P> {}

    /** The input can't be taken as it is: show the page again, with status 422. */
    record TryAgain<P>(P page, Violations violations) implements Answer<P> {}

    /** Send this file; only for a route that {@code sendsFile}. */
    record Send(Download page) implements Answer<Download> {}

    static <P> Answer<P> show(P page) {
        return new Show<>(page);
    }

    static <P> Answer<P> done(P page, String location) {
        return new Done<>(page, location, null);
    }

    /** The same, and the next page says what was done, as in « Message envoyé. ». */
    static <P> Answer<P> done(P page, String location, String notice) {
        return new Done<>(page, location, notice);
    }

    static <P> Answer<P> tryAgain(P page, Violations violations) {
        return new TryAgain<>(page, violations);
    }

    /** Send this file, which a browser shows or saves. */
    static Answer<Download> send(Download file) {
        return new Send(file);
    }
}
