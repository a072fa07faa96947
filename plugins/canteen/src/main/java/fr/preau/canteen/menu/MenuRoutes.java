package fr.preau.canteen.menu;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.templates.StaticTemplates;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The menus of a collège, for everybody there, and how its kitchen writes them. */
final class MenuRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(MenuRoutes.class);

    private static final Callers READERS =
            Callers.profiles(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER, Profile.STAFF);

    private static final Callers WRITERS =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE, StaffFunction.SECRETARY, StaffFunction.PRINCIPAL);

    private final MenuBook book;
    private final StaticTemplates templates = new StaticTemplates();

    MenuRoutes(MenuBook book) {
        this.book = book;
    }

    List<Route<?, ?>> routes() {
        return List.of(read(), edit(), newDish(), dish(), save(), remove(), publish(), copy());
    }

    Card<MenuCard> card() {
        return new Card<>(
                "menu",
                MenuCard.class,
                request -> book.card(),
                (card, context) -> templates.menuCard(card, context));
    }

    private Route<WeekInput, MenuPage> read() {
        return Route.get("/menu")
                .takes(WeekInput.class)
                .shows(MenuPage.class)
                .allows(READERS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(
                                        page(input, false)
                                                .forReader(
                                                        writes(request),
                                                        request.caller().profile()
                                                                == Profile.GUARDIAN)));
    }

    private static boolean writes(Request request) {
        return WRITERS.admit(request.caller().profile(), request.caller().functions());
    }

    private MenuPage page(WeekInput input, boolean edits) {
        LocalDate day = Objects.requireNonNullElseGet(input.day(), book::today);
        return book.page(day, edits, Violations.none());
    }

    private Screen draw(MenuPage page, PageContext context) {
        return new Screen(
                context.text(page.edits() ? "menu.edit.title" : "menu.title"),
                templates.menu(page, context));
    }

    private Route<WeekInput, MenuPage> edit() {
        return Route.get("/menus")
                .takes(WeekInput.class)
                .shows(MenuPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(input, true)));
    }

    private Route<DayInput, DishPage> newDish() {
        return Route.get("/menus/days/{day}/dishes/new")
                .takes(DayInput.class)
                .shows(DishPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(book.form(input.day())));
    }

    private Screen draw(DishPage page, PageContext context) {
        return new Screen(
                page.isNew() ? context.text("menu.dish.new") : page.name(),
                templates.dish(page, context));
    }

    private Route<DishIdInput, DishPage> dish() {
        return Route.get("/menus/dishes/{dish}")
                .takes(DishIdInput.class)
                .shows(DishPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) ->
                                Answer.show(book.form(book.find(input.dish()), Violations.none())));
    }

    private Route<DishInput, DishPage> save() {
        return Route.post("/menus/dishes/{dish}")
                .takes(DishInput.class)
                .shows(DishPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .whenInvalid((request, input, violations) -> book.typed(input, violations))
                .handledBy(this::save);
    }

    private Answer<DishPage> save(Request request, DishInput input) {
        Violations problems = book.problems(input);
        if (problems.isEmpty()) {
            problems = book.save(input, request.caller().displayName());
        }
        return problems.isEmpty()
                ? Answer.done(
                        book.form(book.find(input.dish()), problems),
                        "/menus?day=" + input.day(),
                        TEXTS.text("menu.saved", input.name().strip()))
                : Answer.tryAgain(book.typed(input, problems), problems);
    }

    private Route<RemovalInput, MenuPage> remove() {
        return Route.post("/menus/dishes/{dish}/removal")
                .takes(RemovalInput.class)
                .shows(MenuPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            book.remove(input.dish(), request.caller().displayName());
                            return Answer.done(
                                    book.page(input.day(), true, Violations.none()),
                                    "/menus?day=" + input.day(),
                                    TEXTS.text("menu.removed"));
                        });
    }

    private Route<PublishInput, MenuPage> publish() {
        return Route.post("/menus/publication")
                .takes(PublishInput.class)
                .shows(MenuPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            book.publish(input, request.caller().displayName());
                            return Answer.done(
                                    book.page(input.day(), true, Violations.none()),
                                    "/menus?day=" + input.day(),
                                    TEXTS.text(
                                            input.published()
                                                    ? "menu.published"
                                                    : "menu.taken-back"));
                        });
    }

    private Route<CopyInput, MenuPage> copy() {
        return Route.post("/menus/copy")
                .takes(CopyInput.class)
                .shows(MenuPage.class)
                .allows(WRITERS)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            Violations problems = book.copy(input, request.caller().displayName());
                            MenuPage page = book.page(input.day(), true, problems);
                            return problems.isEmpty()
                                    ? Answer.done(
                                            page,
                                            "/menus?day=" + input.day(),
                                            TEXTS.text("menu.copied"))
                                    : Answer.tryAgain(page, problems);
                        });
    }
}
