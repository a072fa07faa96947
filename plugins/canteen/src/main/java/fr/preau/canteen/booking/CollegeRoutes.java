package fr.preau.canteen.booking;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.templates.StaticTemplates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What a collège sees of meals: how many its kitchen prepares, and who is away. */
final class CollegeRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(CollegeRoutes.class);

    private static final Callers KITCHEN = Callers.profiles(Profile.STAFF);

    private static final Callers OFFICE =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE,
                    StaffFunction.SECRETARY,
                    StaffFunction.CPE,
                    StaffFunction.PRINCIPAL);

    /** So far a kitchen looks ahead. */
    private static final int DAYS = 14;

    private final Diners diners;
    private final AwayDesk desk;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    CollegeRoutes(Diners diners, AwayDesk desk, Clock clock) {
        this.diners = diners;
        this.desk = desk;
        this.clock = clock;
    }

    List<Route<?, ?>> routes() {
        return List.of(kitchen(), away(), enter(), takeBack());
    }

    private Route<NoInput, KitchenPage> kitchen() {
        return Route.get("/kitchen")
                .shows(KitchenPage.class)
                .allows(KITCHEN)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("kitchen.title"),
                                        templates.kitchen(page, context)))
                .handledBy(
                        (request, input) -> {
                            LocalDate today =
                                    LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
                            return Answer.show(
                                    new KitchenPage(diners.days(today, today.plusDays(DAYS))));
                        });
    }

    private Route<AwayListInput, AwayPage> away() {
        return Route.get("/away")
                .takes(AwayListInput.class)
                .shows(AwayPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(desk.page(input.in())));
    }

    private Screen draw(AwayPage page, PageContext context) {
        return new Screen(context.text("away.title"), templates.away(page, context));
    }

    private Route<AwayInput, AwayPage> enter() {
        return Route.post("/away")
                .takes(AwayInput.class)
                .shows(AwayPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> desk.typed(input, violations))
                .handledBy(this::enter);
    }

    private Answer<AwayPage> enter(Request request, AwayInput input) {
        Violations problems = desk.problems(input);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(desk.typed(input, problems), problems);
        }
        desk.enter(request, input);
        return Answer.done(desk.page(null), "/away", TEXTS.text("away.done"));
    }

    private Route<AwayKeyInput, AwayPage> takeBack() {
        return Route.post("/away/{away}/return")
                .takes(AwayKeyInput.class)
                .shows(AwayPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            desk.takeBack(request, input.away());
                            return Answer.done(
                                    desk.page(null), "/away", TEXTS.text("away.returned"));
                        });
    }
}
