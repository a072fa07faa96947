package fr.preau.api.plugin;

import fr.preau.api.page.Fragment;
import fr.preau.api.route.Request;
import fr.preau.api.school.Profile;
import java.util.Set;
import java.util.function.Function;

/**
 * A card on the accueil, once for each collège of the person where the module is on.
 *
 * @param id its name within the module
 * @param profiles who gets it
 * @param page the record it shows, which is also in the accueil's JSON
 * @param read makes the record; it has a small budget of time and of statements
 * @param fragment draws it
 */
public record Card<P>(
        String id,
        Set<Profile> profiles,
        Class<P> page,
        Function<Request, P> read,
        Fragment<P> fragment) {

    public Card {
        profiles = Set.copyOf(profiles);
    }
}
