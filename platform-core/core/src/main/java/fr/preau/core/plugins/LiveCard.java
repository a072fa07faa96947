package fr.preau.core.plugins;

import fr.preau.api.plugin.Card;
import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * A card of a running module.
 *
 * @param profiles who gets it
 * @param asks whether it asks for an answer, and so stands before all others
 */
public record LiveCard(Card<?> card, Set<Profile> profiles, boolean asks) {

    public LiveCard {
        profiles = Set.copyOf(profiles);
    }

    public String id() {
        return card.id();
    }

    public boolean isFor(Profile profile) {
        return profiles.contains(profile);
    }
}
