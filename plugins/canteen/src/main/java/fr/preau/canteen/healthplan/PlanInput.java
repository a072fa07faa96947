package fr.preau.canteen.healthplan;

import fr.preau.canteen.menu.Allergen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A health plan as it is typed.
 *
 * @param instruction what the kitchen does
 * @param ownMeal ticked where the family brings the meal
 * @param version that was changed, 0 for a new one
 */
public record PlanInput(
        @NotNull UUID pupil,
        @Nullable List<Allergen> allergen,
        @Nullable @Size(max = 400) String instruction,
        @Nullable Boolean ownMeal,
        @NotNull LocalDate first,
        @NotNull LocalDate last,
        int version) {

    List<Allergen> allergens() {
        return allergen == null ? List.of() : allergen;
    }

    String words() {
        return instruction == null ? "" : instruction.strip();
    }

    boolean isOwnMeal() {
        return Boolean.TRUE.equals(ownMeal);
    }
}
