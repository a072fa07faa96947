package fr.preau.portal.pages;

import java.util.List;

/**
 * What a module cost in the last seven days; it names no person, so its publisher may have it.
 *
 * @param title what users call the module
 * @param hours the hours in which it was called, the oldest first
 * @param colleges where it was called, the most calls first
 */
public record UsagePage(
        String module, String title, List<UsageHour> hours, List<UsageLine> colleges) {

    public UsagePage {
        hours = List.copyOf(hours);
        colleges = List.copyOf(colleges);
    }
}
