package fr.preau.communication.messages;

/** The number of a page as it may come from an address: never so far that it can't be counted. */
public final class PageNumber {

    private static final int LAST = 10_000;

    private PageNumber() {}

    public static int of(int asked) {
        return Math.min(Math.max(asked, 1), LAST);
    }
}
