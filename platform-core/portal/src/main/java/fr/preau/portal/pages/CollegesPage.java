package fr.preau.portal.pages;

import java.util.List;

/**
 * All collèges of the Département with their head counts and imports.
 *
 * @param importing whether imports run now or did a moment ago: the next one may be about to begin
 */
public record CollegesPage(List<CollegeLine> colleges, Totals totals, boolean importing) {

    public CollegesPage {
        colleges = List.copyOf(colleges);
    }
}
