package fr.preau.canteen.healthplan;

import fr.preau.canteen.menu.Allergen;
import java.time.LocalDate;
import java.util.List;

/**
 * Who eats on a day with a health plan, and what of its menu is not for them.
 *
 * @param dishes how many the menu of the day has
 */
public record PlanDayPage(LocalDate day, int dishes, List<Line> lines) {

    public PlanDayPage {
        lines = List.copyOf(lines);
    }

    /**
     * A pupil.
     *
     * @param wrong dishes in which something is that they may not eat, each with what it is
     * @param unknown dishes of which nobody has said what is in them: never to be taken for safe
     */
    public record Line(
            PlansPage.Plan plan, boolean expected, List<Wrong> wrong, List<String> unknown) {

        public Line {
            wrong = List.copyOf(wrong);
            unknown = List.copyOf(unknown);
        }
    }

    /** A dish that is not for them. */
    public record Wrong(String dish, List<Allergen> allergens) {

        public Wrong {
            allergens = List.copyOf(allergens);
        }
    }
}
