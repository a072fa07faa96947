package fr.preau.canteen.service;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.FrenchDays;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.templates.StaticTemplates;
import java.time.LocalDate;
import java.util.List;

/** The sheet of a service, its closing, and ticking by hand. */
final class DayRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(DayRoutes.class);

    private static final Callers OFFICE =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE,
                    StaffFunction.SECRETARY,
                    StaffFunction.CPE,
                    StaffFunction.PRINCIPAL);

    private static final Callers CLOSERS =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE, StaffFunction.SECRETARY, StaffFunction.PRINCIPAL);

    private final DaySheet sheet;
    private final Closing closing;
    private final ByHand byHand;
    private final LineDays days;
    private final StaticTemplates templates = new StaticTemplates();

    DayRoutes(DaySheet sheet, Closing closing, ByHand byHand, LineDays days) {
        this.sheet = sheet;
        this.closing = closing;
        this.byHand = byHand;
        this.days = days;
    }

    List<Route<?, ?>> routes() {
        return List.of(day(), close(), hand(), save());
    }

    private Screen draw(DayPage page, PageContext context) {
        return new Screen(
                context.text("day.title", FrenchDays.day(page.day())),
                templates.day(page, context));
    }

    private Route<DayInput, DayPage> day() {
        return Route.get("/line/day")
                .takes(DayInput.class)
                .shows(DayPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(sheet.page(request, input.day())));
    }

    private Route<DayInput, DayPage> close() {
        return Route.post("/line/day/closing")
                .takes(DayInput.class)
                .shows(DayPage.class)
                .allows(CLOSERS)
                .drawnBy(this::draw)
                .handledBy(this::close);
    }

    private Answer<DayPage> close(Request request, DayInput input) {
        LocalDate day = input.day() == null ? days.today() : input.day();
        if (!days.isKept(day)) {
            throw Refusal.notFound();
        }
        closing.close(request, day);
        return Answer.done(
                sheet.page(request, day), "/line/day?day=" + day, TEXTS.text("day.closed.done"));
    }

    private Screen draw(ByHandPage page, PageContext context) {
        return new Screen(
                context.text("hand.title", FrenchDays.day(page.day())),
                templates.byHand(page, context));
    }

    private Route<ByHandListInput, ByHandPage> hand() {
        return Route.get("/line/by-hand")
                .takes(ByHandListInput.class)
                .shows(ByHandPage.class)
                .allows(LineRoutes.STAFF)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(byHand.page(request, input.day(), input.in())));
    }

    private Route<ByHandInput, ByHandPage> save() {
        return Route.post("/line/by-hand")
                .takes(ByHandInput.class)
                .shows(ByHandPage.class)
                .allows(LineRoutes.STAFF)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            byHand.save(request, input);
                            return Answer.done(
                                    byHand.page(request, input.day(), null),
                                    "/line/by-hand?day=" + input.day(),
                                    TEXTS.text("hand.saved"));
                        });
    }
}
