package fr.preau.api.route;

import fr.preau.api.files.Download;

/**
 * Finds or makes the file that a route answers with.
 *
 * @param <I> the input record, bound and validated
 */
@FunctionalInterface
public interface FileHandler<I> {

    /**
     * Says what to send; whether this caller may have it is checked here.
     *
     * @throws Refusal when there is no such file, or not for this caller
     */
    Download handle(Request request, I input);
}
