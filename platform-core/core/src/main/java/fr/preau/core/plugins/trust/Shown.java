package fr.preau.core.plugins.trust;

/** A text from a stranger's jar or certificate, made fit to stand in a log or on a page. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    /** Without line ends, marks that turn the direction of writing, and invisible signs. */
    static String text(String claimed) {
        String visible =
                claimed.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\p{Cs}]", " ")
                        .strip();
        return visible.length() <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
