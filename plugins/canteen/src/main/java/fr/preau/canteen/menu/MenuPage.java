package fr.preau.canteen.menu;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The menus of a week.
 *
 * @param days those of school, also where nothing is served yet
 * @param published whether others than the kitchen see it
 * @param changedAt null where there is nothing
 * @param edits whether it is shown to those who write it
 * @param writes whether its reader may write it
 * @param asGuardian whether its reader has children here
 * @param vegetarian whether there is a vegetarian main course, as the law wants it once a week
 * @param copies the weeks that it can be copied from, by their mondays
 */
public record MenuPage(
        LocalDate monday,
        List<Day> days,
        boolean published,
        @Nullable Instant changedAt,
        String changedBy,
        boolean edits,
        boolean writes,
        boolean asGuardian,
        boolean vegetarian,
        List<LocalDate> copies,
        Violations violations) {

    public MenuPage {
        days = List.copyOf(days);
        copies = List.copyOf(copies);
    }

    /** The same for a reader. */
    MenuPage forReader(boolean mayWrite, boolean guardian) {
        return new MenuPage(
                monday,
                days,
                published,
                changedAt,
                changedBy,
                edits,
                mayWrite,
                guardian,
                vegetarian,
                copies,
                violations);
    }

    public LocalDate before() {
        return monday.minusWeeks(1);
    }

    public LocalDate after() {
        return monday.plusWeeks(1);
    }

    public boolean isEmpty() {
        return days.stream().allMatch(day -> day.dishes().isEmpty());
    }

    /** A day of school, its dishes in the order in which they are eaten. */
    public record Day(LocalDate day, List<Shown> dishes) {

        public Day {
            dishes = List.copyOf(dishes);
        }
    }

    /**
     * A dish.
     *
     * @param known whether somebody has looked which allergens are in it
     */
    public record Shown(
            UUID dish,
            Course course,
            String name,
            boolean known,
            List<Allergen> allergens,
            List<Label> labels,
            boolean vegetarian) {

        public Shown {
            allergens = List.copyOf(allergens);
            labels = List.copyOf(labels);
        }
    }
}
