package fr.preau.portal.pages;

import java.util.List;

/** All collèges of the Département with their head counts and imports. */
public record CollegesPage(List<CollegeLine> colleges, Totals totals) {

    public CollegesPage {
        colleges = List.copyOf(colleges);
    }

    public boolean importUnderWay() {
        return colleges.stream().anyMatch(line -> line.imported().underWay());
    }
}
