package fr.preau.canteen.booking;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meals of a month as a family wants them.
 *
 * @param month as in {@code 2026-11}
 * @param shown the meals that could be changed, each as the child, a colon and the day
 * @param meal those among them that are taken
 */
public record ChangesInput(
        @Nullable String month, @Nullable List<String> shown, @Nullable List<String> meal) {

    Optional<YearMonth> chosen() {
        return BookingsInput.month(month);
    }

    Set<Meal> changeable() {
        return meals(shown);
    }

    Set<Meal> taken() {
        return meals(meal);
    }

    private static Set<Meal> meals(@Nullable List<String> typed) {
        Set<Meal> meals = new LinkedHashSet<>();
        if (typed != null) {
            typed.forEach(one -> Meal.of(one).ifPresent(meals::add));
        }
        return meals;
    }
}
