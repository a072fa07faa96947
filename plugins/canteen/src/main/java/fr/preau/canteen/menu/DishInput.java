package fr.preau.canteen.menu;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dish as the kitchen types it.
 *
 * @param dish of a new one, the hidden key of the form
 * @param known ticked where somebody has looked which allergens are in it
 * @param version that was changed
 */
public record DishInput(
        @NotNull UUID dish,
        @NotNull LocalDate day,
        @NotNull Course course,
        @NotBlank @Size(max = 120) String name,
        @Nullable Boolean known,
        @Nullable List<Allergen> allergen,
        @Nullable List<Label> label,
        @Nullable Boolean vegetarian,
        int version) {

    boolean isKnown() {
        return Boolean.TRUE.equals(known);
    }

    boolean isVegetarian() {
        return Boolean.TRUE.equals(vegetarian);
    }

    List<Allergen> allergens() {
        return allergen == null ? List.of() : allergen;
    }

    List<Label> labels() {
        return label == null ? List.of() : label;
    }
}
