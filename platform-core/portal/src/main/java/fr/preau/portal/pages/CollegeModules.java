package fr.preau.portal.pages;

import java.util.List;

/**
 * A row of the matrix.
 *
 * @param switches one for each module of the page, in the same order
 */
public record CollegeModules(
        String slug, String name, String commune, CollegeState state, List<ModuleSwitch> switches) {

    public CollegeModules {
        switches = List.copyOf(switches);
    }
}
