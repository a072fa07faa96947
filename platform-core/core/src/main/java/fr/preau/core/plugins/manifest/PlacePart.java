package fr.preau.core.plugins.manifest;

import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Set;

/**
 * What a manifest says of the module at one kind of place: at collèges, or at the Département's
 * own.
 *
 * @param profiles whom it serves there; nobody else ever reaches it
 * @param cards its cards on the accueil
 * @param menu its entries in the menu
 * @param jobs what it does there without being asked
 */
public record PlacePart(
        Set<Profile> profiles,
        List<DeclaredCard> cards,
        List<DeclaredMenuEntry> menu,
        List<DeclaredJob> jobs) {

    /** Of a module that is nothing there. */
    public static final PlacePart NOTHING =
            new PlacePart(Set.of(), List.of(), List.of(), List.of());

    public PlacePart {
        profiles = Set.copyOf(profiles);
        cards = List.copyOf(cards);
        menu = List.copyOf(menu);
        jobs = List.copyOf(jobs);
    }
}
