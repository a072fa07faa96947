package org.example.lostandfound.items;

import static fr.preau.api.school.Profile.GUARDIAN;
import static fr.preau.api.school.Profile.PUPIL;
import static fr.preau.api.school.Profile.STAFF;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Route;
import java.util.List;
import org.example.lostandfound.templates.StaticTemplates;

/** The addresses for claiming and for handing over. */
public final class ReturnRoutes {

    private static final Callers WHO_RETURNS = Callers.profiles(STAFF);

    private final Returning returning;
    private final StaticTemplates templates = new StaticTemplates();

    public ReturnRoutes(Returning returning) {
        this.returning = returning;
    }

    public List<Route<?, ?>> routes() {
        return List.of(claim(), item(), handOver());
    }

    private Route<ItemInput, Claimed> claim() {
        return Route.post("/items/{item}/claims")
                .takes(ItemInput.class)
                .shows(Claimed.class)
                .allows(Callers.profiles(PUPIL, GUARDIAN))
                .drawnBy(
                        (page, context) ->
                                new Screen(context.text("items.title"), templates.claimed(context)))
                .handledBy(
                        (request, input) -> {
                            returning.claim(request.caller(), input.item());
                            return Answer.done(
                                    new Claimed(input.item()),
                                    "/items",
                                    Words.to(request.caller().profile(), "notice.claimed"));
                        });
    }

    private Route<ItemInput, ReturnPage> item() {
        return Route.get("/items/{item}")
                .takes(ItemInput.class)
                .shows(ReturnPage.class)
                .allows(WHO_RETURNS)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(returning.page(input.item())));
    }

    private Route<ReturnInput, ReturnPage> handOver() {
        return Route.post("/items/{item}")
                .takes(ReturnInput.class)
                .shows(ReturnPage.class)
                .allows(WHO_RETURNS)
                .drawnBy(this::draw)
                .whenInvalid(
                        (request, input, violations) ->
                                returning.page(input.item()).again(violations))
                .handledBy(
                        (request, input) -> {
                            returning.handOver(request.caller(), input.item(), input.name());
                            return Answer.done(
                                    returning.page(input.item()),
                                    "/items",
                                    Words.of("notice.returned", input.name().strip()));
                        });
    }

    private Screen draw(ReturnPage page, PageContext context) {
        return new Screen(page.what(), templates.item(page, context));
    }
}
