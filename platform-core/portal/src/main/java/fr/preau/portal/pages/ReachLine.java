package fr.preau.portal.pages;

import java.util.List;

/**
 * How often a module's code names something sensitive of one category.
 *
 * @param category the end of the key of its text, as in {@code files} or {@code native-code}
 * @param refused places at which the call throws
 * @param guarded places at which the host looks first
 * @param free places that run as they are written
 * @param places the first of them, as class and method, and what is named there
 */
public record ReachLine(
        String category, long refused, long guarded, long free, List<String> places) {

    public ReachLine {
        places = List.copyOf(places);
    }
}
