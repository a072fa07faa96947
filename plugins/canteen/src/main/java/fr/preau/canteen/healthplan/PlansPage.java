package fr.preau.canteen.healthplan;

import fr.preau.canteen.menu.Allergen;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The health plans of a collège that hold or will.
 *
 * @param classes to choose a pupil from
 * @param in the class that is chosen; null for none
 * @param pupils of it
 */
public record PlansPage(
        List<Plan> plans, List<OfClass> classes, @Nullable OfClass in, List<Pupil> pupils) {

    public PlansPage {
        plans = List.copyOf(plans);
        classes = List.copyOf(classes);
        pupils = List.copyOf(pupils);
    }

    /** A plan. */
    public record Plan(
            UUID pupil,
            String name,
            String className,
            List<Allergen> allergens,
            String instruction,
            boolean ownMeal,
            LocalDate first,
            LocalDate last) {

        public Plan {
            allergens = List.copyOf(allergens);
        }

        static Plan of(HealthPlan plan) {
            return new Plan(
                    plan.pupil(),
                    plan.pupilName(),
                    plan.className(),
                    plan.allergens(),
                    plan.instruction(),
                    plan.hasOwnMeal(),
                    plan.firstDay(),
                    plan.lastDay());
        }
    }

    public record OfClass(String id, String name) {}

    public record Pupil(UUID id, String name) {}
}
