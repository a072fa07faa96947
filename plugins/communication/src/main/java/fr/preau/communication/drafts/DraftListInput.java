package fr.preau.communication.drafts;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the drafts to show.
 *
 * @param page from 1
 */
public record DraftListInput(@Nullable Integer page) {

    private static final int LAST = 10_000;

    int pageNumber() {
        return page == null ? 1 : Math.min(Math.max(page, 1), LAST);
    }
}
