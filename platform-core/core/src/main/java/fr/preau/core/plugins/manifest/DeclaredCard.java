package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * A card of the accueil and the profiles that get it.
 *
 * @param asks whether it asks for an answer, and so stands before all others
 */
public record DeclaredCard(String id, Set<Profile> profiles, boolean asks) {

    public DeclaredCard {
        profiles = Set.copyOf(profiles);
    }
}
