package org.example.lostandfound.items;

import org.jspecify.annotations.Nullable;

/**
 * Which items to show.
 *
 * @param q words to look for
 * @param page from 1; 0 for the first as well
 */
public record ListInput(@Nullable String q, int page) {

    private static final int LONGEST_SEARCH = 100;
    private static final int LAST_PAGE = 10_000;

    /** What is looked for, empty for everything. */
    String words() {
        String words = q == null ? "" : q.strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }

    /** A pattern of LIKE with {@code !} as its escape. */
    String pattern() {
        return "%" + words().replaceAll("[!%_]", "!$0") + "%";
    }

    /** Never so far that it can't be counted. */
    int number() {
        return Math.min(Math.max(page, 1), LAST_PAGE);
    }
}
