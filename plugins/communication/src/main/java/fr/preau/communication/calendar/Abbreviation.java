package fr.preau.communication.calendar;

/** A title as it fits into the square of a day. */
final class Abbreviation {

    private static final int LONGEST = 28;

    private Abbreviation() {}

    static String of(String title) {
        if (title.codePointCount(0, title.length()) <= LONGEST) {
            return title;
        }
        // By code points, for half a sign is none.
        return title.substring(0, title.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
