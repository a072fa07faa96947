package fr.preau.api.page;

import java.util.List;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param more whether a next page exists
 */
public record PageOf<T>(List<T> items, int number, boolean more) {

    public PageOf {
        items = List.copyOf(items);
        if (number < 1) {
            throw new IllegalArgumentException("pages are numbered from 1: " + number);
        }
    }

    /** A page from one row more than fits, which only tells that a next page exists. */
    public static <T> PageOf<T> from(List<T> oneMore, int number, int size) {
        boolean more = oneMore.size() > size;
        return new PageOf<>(more ? oneMore.subList(0, size) : oneMore, number, more);
    }
}
