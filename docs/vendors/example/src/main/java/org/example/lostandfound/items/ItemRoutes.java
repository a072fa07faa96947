package org.example.lostandfound.items;

import static fr.preau.api.school.Profile.GUARDIAN;
import static fr.preau.api.school.Profile.PUPIL;
import static fr.preau.api.school.Profile.STAFF;
import static fr.preau.api.school.Profile.TEACHER;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.plugin.Card;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.example.lostandfound.templates.StaticTemplates;

/** The addresses for looking and for entering. */
public final class ItemRoutes {

    private static final Callers EVERYBODY = Callers.profiles(PUPIL, GUARDIAN, TEACHER, STAFF);
    private static final Callers WHO_ENTERS = Callers.profiles(TEACHER, STAFF);

    private final Items items;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    public ItemRoutes(Items items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    public List<Route<?, ?>> routes() {
        return List.of(list(), photo(), form(), enter());
    }

    public Card<RecentCard> card() {
        return new Card<>("recent", RecentCard.class, request -> items.recent(), templates::recent);
    }

    private Route<ListInput, ItemsPage> list() {
        return Route.get("/items")
                .takes(ListInput.class)
                .shows(ItemsPage.class)
                .allows(EVERYBODY)
                .drawnBy(
                        (page, context) ->
                                new Screen(
                                        context.text("items.title"),
                                        templates.items(page, context)))
                .handledBy((request, input) -> Answer.show(items.list(request.caller(), input)));
    }

    private Route<ItemInput, Download> photo() {
        return Route.get("/items/{item}/photo")
                .takes(ItemInput.class)
                .sendsFile()
                .allows(EVERYBODY)
                .handledBy((request, input) -> Download.show(items.photo(input.item())));
    }

    private Route<NoInput, EnterPage> form() {
        return Route.get("/items/new")
                .shows(EnterPage.class)
                .allows(WHO_ENTERS)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(emptyForm()));
    }

    private Route<EnterInput, EnterPage> enter() {
        return Route.post("/items")
                .takes(EnterInput.class)
                .shows(EnterPage.class)
                .allows(WHO_ENTERS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                emptyForm().again(input, violations.and(ofPhoto(input))))
                .handledBy(this::enter);
    }

    private Answer<EnterPage> enter(Request request, EnterInput input) {
        Violations problems = ofPhoto(input);
        if (!problems.isEmpty()) {
            return Answer.tryAgain(emptyForm().again(input, problems), problems);
        }
        items.enter(request.caller(), input);
        return Answer.done(emptyForm(), "/items", Words.of("notice.entered"));
    }

    private static Violations ofPhoto(EnterInput input) {
        return input.photoCanBeShown()
                ? Violations.none()
                : Violations.of("photo", Words.of("problem.photo"));
    }

    private EnterPage emptyForm() {
        return EnterPage.empty(
                items.newKey(), LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")));
    }

    private Screen draw(EnterPage page, PageContext context) {
        return new Screen(context.text("enter.title"), templates.enter(page, context));
    }
}
