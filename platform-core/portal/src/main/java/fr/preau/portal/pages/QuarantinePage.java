package fr.preau.portal.pages;

import java.util.List;

/**
 * Where a module is held because it failed again and again.
 *
 * @param title what users call the module
 */
public record QuarantinePage(String module, String title, List<QuarantinedCollege> colleges) {

    public QuarantinePage {
        colleges = List.copyOf(colleges);
    }
}
