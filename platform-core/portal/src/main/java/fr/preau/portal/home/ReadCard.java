package fr.preau.portal.home;

import fr.preau.portal.pages.CardSlot;
import fr.preau.portal.pages.DrawnCard;
import java.util.Optional;

/**
 * A card as a module gave it.
 *
 * @param drawn as HTML, for people
 */
record ReadCard(CardSlot slot, Optional<DrawnCard> drawn) {

    /** One that is not there: it comes later by itself, or not for now. */
    static ReadCard missing(
            String module, String title, String card, String college, boolean asks, boolean lost) {
        return new ReadCard(
                new CardSlot(
                        module,
                        title,
                        card,
                        college,
                        asks,
                        lost,
                        lost ? null : "/cards/" + college + "/" + module + "/" + card,
                        null),
                Optional.empty());
    }
}
