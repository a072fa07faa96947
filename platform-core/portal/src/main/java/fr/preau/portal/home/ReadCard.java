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

    static ReadCard lost(CardSlot slot) {
        return new ReadCard(slot, Optional.empty());
    }
}
