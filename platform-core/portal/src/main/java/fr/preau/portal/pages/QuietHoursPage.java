package fr.preau.portal.pages;

import org.jspecify.annotations.Nullable;

/**
 * When a collège lets people be.
 *
 * @param begins as typed, as in {@code 20:00}
 * @param beginsError what is wrong with it
 */
public record QuietHoursPage(
        String college,
        String collegeName,
        String begins,
        String ends,
        boolean weekends,
        boolean holidays,
        @Nullable String beginsError,
        @Nullable String endsError) {

    /** The address of the page. */
    public String address() {
        return "/colleges/" + college + "/quiet-hours";
    }
}
