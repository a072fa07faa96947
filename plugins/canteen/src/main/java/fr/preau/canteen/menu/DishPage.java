package fr.preau.canteen.menu;

import fr.preau.api.route.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a dish.
 *
 * @param isNew whether it is not there yet
 * @param known whether somebody has looked which allergens are in it
 * @param version of it, 0 for a new one
 */
public record DishPage(
        UUID dish,
        boolean isNew,
        LocalDate day,
        @Nullable Course course,
        String name,
        boolean known,
        List<Allergen> allergens,
        List<Label> labels,
        boolean vegetarian,
        int version,
        Violations violations) {

    public DishPage {
        allergens = List.copyOf(allergens);
        labels = List.copyOf(labels);
    }
}
