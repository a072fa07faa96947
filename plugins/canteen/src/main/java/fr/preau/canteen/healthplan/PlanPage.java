package fr.preau.canteen.healthplan;

import fr.preau.api.route.Violations;
import fr.preau.canteen.menu.Allergen;
import java.util.List;
import java.util.UUID;

/**
 * The form of a health plan.
 *
 * @param isNew whether it is not there yet
 * @param first day, as it is or was typed
 * @param last day, as it is or was typed
 * @param version of it, 0 for a new one
 */
public record PlanPage(
        UUID pupil,
        String name,
        boolean isNew,
        List<Allergen> allergens,
        String instruction,
        boolean ownMeal,
        String first,
        String last,
        int version,
        Violations violations) {

    public PlanPage {
        allergens = List.copyOf(allergens);
    }
}
