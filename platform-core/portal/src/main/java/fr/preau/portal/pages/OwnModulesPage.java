package fr.preau.portal.pages;

import java.util.List;

/**
 * The modules that the Département offers to a collège.
 *
 * @param college its slug
 */
public record OwnModulesPage(String college, String collegeName, List<OwnModule> modules) {

    public OwnModulesPage {
        modules = List.copyOf(modules);
    }
}
