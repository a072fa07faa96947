package fr.preau.portal.pages;

import java.util.List;

/**
 * What switching a module for many collèges has changed, so that it can be undone.
 *
 * @param enabled the state these collèges have now
 * @param colleges where it changed, and nowhere else
 */
public record ModuleTurned(
        String module, String moduleTitle, boolean enabled, List<CollegeName> colleges) {

    public ModuleTurned {
        colleges = List.copyOf(colleges);
    }
}
