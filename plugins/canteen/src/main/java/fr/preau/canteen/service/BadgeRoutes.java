package fr.preau.canteen.service;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.templates.StaticTemplates;
import java.util.List;

/** Where badges are given, replaced and printed. */
final class BadgeRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(BadgeRoutes.class);

    private static final Callers OFFICE =
            Callers.staff(
                    StaffFunction.GESTIONNAIRE, StaffFunction.SECRETARY, StaffFunction.PRINCIPAL);

    private final Badges badges;
    private final StaticTemplates templates = new StaticTemplates();

    BadgeRoutes(Badges badges) {
        this.badges = badges;
    }

    List<Route<?, ?>> routes() {
        return List.of(list(), give(), lose(), print(), cards());
    }

    private Screen draw(BadgesPage page, PageContext context) {
        return new Screen(context.text("badges.title"), templates.badges(page, context));
    }

    private Route<BadgesInput, BadgesPage> list() {
        return Route.get("/badges")
                .takes(BadgesInput.class)
                .shows(BadgesPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> Answer.show(badges.page(input.in(), input.person())));
    }

    private Route<BadgeInput, BadgesPage> give() {
        return Route.post("/badges")
                .takes(BadgeInput.class)
                .shows(BadgesPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                badges.page(input.in(), input.person(), "", violations))
                .handledBy(this::give);
    }

    private Answer<BadgesPage> give(Request request, BadgeInput input) {
        Violations problems = badges.give(input, request.caller().displayName());
        return problems.isEmpty()
                ? Answer.done(
                        badges.page(input.in(), null),
                        "/badges?in=" + input.in(),
                        TEXTS.text("badges.given"))
                : Answer.tryAgain(
                        badges.page(input.in(), input.person(), input.number(), problems),
                        problems);
    }

    private Route<LostInput, BadgesPage> lose() {
        return Route.post("/badges/lost")
                .takes(LostInput.class)
                .shows(BadgesPage.class)
                .allows(OFFICE)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            badges.lose(input);
                            return Answer.done(
                                    badges.page(input.in(), input.person()),
                                    "/badges?in=" + input.in() + "&person=" + input.person(),
                                    TEXTS.text("badges.lost.done"));
                        });
    }

    private Route<CardsInput, CardsPage> print() {
        return Route.post("/badges/cards")
                .takes(CardsInput.class)
                .shows(CardsPage.class)
                .allows(OFFICE)
                .drawnBy(this::drawCards)
                .handledBy(
                        (request, input) -> {
                            badges.print(input.in(), request.caller().displayName());
                            return Answer.done(
                                    badges.cards(input.in()), "/badges/cards?in=" + input.in());
                        });
    }

    private Route<CardsInput, CardsPage> cards() {
        return Route.get("/badges/cards")
                .takes(CardsInput.class)
                .shows(CardsPage.class)
                .allows(OFFICE)
                .drawnBy(this::drawCards)
                .handledBy((request, input) -> Answer.show(badges.cards(input.in())));
    }

    private Screen drawCards(CardsPage page, PageContext context) {
        return new Screen(context.text("cards.title"), templates.cards(page, context));
    }
}
