package fr.preau.portal.look;

import fr.preau.api.page.Tone;
import java.util.UUID;

/**
 * An urgent message above a page.
 *
 * @param link an address within Préau, empty for none
 * @param announced whether a screen reader says it by itself: the first time only
 * @param hideable whether the person may hide it, which visitors can't
 * @param back the page in view, to which hiding leads back
 */
public record ShownBanner(
        UUID id,
        int version,
        boolean departement,
        String text,
        Tone tone,
        String link,
        boolean announced,
        boolean hideable,
        String back) {

    public String toneClass() {
        return ToneClass.of(tone);
    }
}
