package fr.preau.canteen.healthplan;

import fr.preau.api.directory.Directory;
import fr.preau.api.job.Job;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.route.Route;
import fr.preau.api.school.PersonId;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.menu.Allergen;
import fr.preau.canteen.menu.DayMenu;
import fr.preau.canteen.service.Regimes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;

/** Health plans as the module brings them to a collège. */
public final class HealthPlans implements PersonalData {

    private static final ModuleTexts TEXTS = ModuleTexts.of(HealthPlans.class);

    private final EntityManager entities;
    private final Plans plans;

    public HealthPlans(
            EntityManager entities,
            Directory directory,
            Regimes regimes,
            DayMenu menu,
            Clock clock) {
        this.entities = entities;
        this.plans = new Plans(entities, directory, regimes, menu, clock);
    }

    public List<Route<?, ?>> routes() {
        return new PlanRoutes(plans).routes();
    }

    /**
     * Nobody keeps what somebody's health was (article 9 of the GDPR): a plan goes when it ends.
     */
    public List<Job> jobs() {
        return List.of(
                Job.daily(
                        "forget-health-plans",
                        LocalTime.of(3, 45),
                        run ->
                                entities.createNamedQuery("HealthPlan.deleteBefore")
                                        .setParameter("day", plans.today())
                                        .executeUpdate()));
    }

    /** The health plan of a pupil. */
    public record KeptPlan(
            String what, String name, List<String> allergens, String instruction, boolean ownMeal) {

        public KeptPlan {
            allergens = List.copyOf(allergens);
        }
    }

    private List<HealthPlan> of(PersonId person) {
        return entities.createNamedQuery("HealthPlan.ofPupils", HealthPlan.class)
                .setParameter("pupils", List.of(person.value()))
                .getResultList();
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        return of(person).stream()
                .map(
                        plan ->
                                new KeptPlan(
                                        TEXTS.text("kept.plan"),
                                        plan.pupilName(),
                                        plan.allergens().stream()
                                                .map(Allergen::name)
                                                .map(name -> TEXTS.text("menu.allergen." + name))
                                                .toList(),
                                        plan.instruction(),
                                        plan.hasOwnMeal()))
                .toList();
    }

    @Override
    public ErasureReport erase(PersonId person) {
        List<HealthPlan> there = of(person);
        there.forEach(entities::remove);
        return ErasureReport.erased(there.size());
    }
}
