package fr.preau.portal.banners;

import fr.preau.api.school.Profile;
import java.util.Set;

/**
 * A page of Préau that people call by its name.
 *
 * @param href its address, from the slash
 * @param profiles to whom it is open
 */
public record KnownPage(String label, String href, Set<Profile> profiles) {

    public KnownPage {
        profiles = Set.copyOf(profiles);
    }
}
