package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.Set;

/** A card of the accueil and the profiles that get it. */
public record DeclaredCard(String id, Set<Profile> profiles) {

    public DeclaredCard {
        profiles = Set.copyOf(profiles);
    }
}
