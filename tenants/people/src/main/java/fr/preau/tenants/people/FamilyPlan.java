package fr.preau.tenants.people;

import fr.preau.api.school.Uai;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which places at which collèges are taken by the children of one family.
 *
 * @param owner the collège that counts the family
 * @param number unique for the owner
 * @param twins whether all children have one birthday
 */
record FamilyPlan(Uai owner, int number, List<Place> places, boolean twins) {

    FamilyPlan {
        places = List.copyOf(places);
    }

    Set<Uai> colleges() {
        return places.stream().map(Place::uai).collect(Collectors.toSet());
    }
}
