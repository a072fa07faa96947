package fr.preau.portal.pages;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;

/**
 * A collège of the person on their accueil.
 *
 * @param accent its accent colour, {@code #rrggbb}
 * @param profiles what the person is there
 */
public record CollegeBlock(
        String slug,
        String name,
        String commune,
        String accent,
        Set<Profile> profiles,
        List<ModuleLink> menu,
        List<CardSlot> cards) {

    public CollegeBlock {
        profiles = Set.copyOf(profiles);
        menu = List.copyOf(menu);
        cards = List.copyOf(cards);
    }
}
