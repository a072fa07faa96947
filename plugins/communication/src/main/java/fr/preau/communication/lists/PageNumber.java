package fr.preau.communication.lists;

import org.jspecify.annotations.Nullable;

/** The number of a page as it may come from an address: never so far that it can't be counted. */
public final class PageNumber {

    private static final int LAST = 10_000;

    private PageNumber() {}

    /**
     * @param asked null for the first
     */
    public static int of(@Nullable Integer asked) {
        return asked == null ? 1 : Math.min(Math.max(asked, 1), LAST);
    }
}
