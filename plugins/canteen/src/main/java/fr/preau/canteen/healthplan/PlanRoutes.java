package fr.preau.canteen.healthplan;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.templates.StaticTemplates;
import java.util.List;
import java.util.Objects;

/** Health plans, for those of a collège who cook by them, and for the families whose they are. */
final class PlanRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(PlanRoutes.class);

    /** Health is nobody else's business at the collège. */
    private static final Callers KITCHEN =
            Callers.staff(StaffFunction.GESTIONNAIRE, StaffFunction.PRINCIPAL);

    private final Plans plans;
    private final StaticTemplates templates = new StaticTemplates();

    PlanRoutes(Plans plans) {
        this.plans = plans;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), day(), form(), save(), remove(), own());
    }

    private Route<PlansInput, PlansPage> list() {
        return Route.get("/health-plans")
                .takes(PlansInput.class)
                .shows(PlansPage.class)
                .allows(KITCHEN)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(plans.page(input.in())));
    }

    private Screen draw(PlansPage page, PageContext context) {
        return new Screen(context.text("plan.title"), templates.plans(page, context));
    }

    private Route<PlanDayInput, PlanDayPage> day() {
        return Route.get("/health-plans/day")
                .takes(PlanDayInput.class)
                .shows(PlanDayPage.class)
                .allows(KITCHEN)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("plan.day.title"),
                                        templates.planDay(page, context)))
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        plans.day(
                                                Objects.requireNonNullElseGet(
                                                        input.day(), plans::today))));
    }

    private Route<PupilInput, PlanPage> form() {
        return Route.get("/health-plans/pupils/{pupil}")
                .takes(PupilInput.class)
                .shows(PlanPage.class)
                .allows(KITCHEN)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(plans.form(input.pupil())));
    }

    private Screen draw(PlanPage page, PageContext context) {
        return new Screen(page.name(), templates.plan(page, context));
    }

    private Route<PlanInput, PlanPage> save() {
        return Route.post("/health-plans/pupils/{pupil}")
                .takes(PlanInput.class)
                .shows(PlanPage.class)
                .allows(KITCHEN)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> plans.typed(input, violations))
                .handledBy(this::save);
    }

    private Answer<PlanPage> save(Request request, PlanInput input) {
        Violations problems = plans.save(input, request.caller().displayName());
        return problems.isEmpty()
                ? Answer.done(plans.form(input.pupil()), "/health-plans", TEXTS.text("plan.saved"))
                : Answer.tryAgain(plans.typed(input, problems), problems);
    }

    private Route<PupilInput, PlansPage> remove() {
        return Route.post("/health-plans/pupils/{pupil}/removal")
                .takes(PupilInput.class)
                .shows(PlansPage.class)
                .allows(KITCHEN)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            plans.remove(input.pupil());
                            return Answer.done(
                                    plans.page(null), "/health-plans", TEXTS.text("plan.removed"));
                        });
    }

    private Route<NoInput, OwnPlansPage> own() {
        return Route.get("/health-plans/own")
                .shows(OwnPlansPage.class)
                .allows(Callers.profiles(Profile.GUARDIAN))
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("plan.own.title"),
                                        templates.ownPlans(page, context)))
                .handledBy((request, input) -> Answer.show(plans.own(request)));
    }
}
