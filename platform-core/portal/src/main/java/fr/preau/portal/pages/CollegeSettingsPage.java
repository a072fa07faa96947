package fr.preau.portal.pages;

import java.util.List;

/** All that whoever looks may set for a collège, so that the menu has one entry for it. */
public record CollegeSettingsPage(String college, String collegeName, List<SettingsLink> links) {

    public CollegeSettingsPage {
        links = List.copyOf(links);
    }
}
