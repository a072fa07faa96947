package fr.preau.communication.calendar;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.NoInput;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.templates.StaticTemplates;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.util.List;

/** The addresses that have to do with calendars of other programs. */
final class FeedRoutes {

    private final Callers callers;
    private final Feeds feeds;
    private final StaticTemplates templates = new StaticTemplates();

    FeedRoutes(Callers callers, Feeds feeds) {
        this.callers = callers;
        this.feeds = feeds;
    }

    List<Route<?, ?>> routes() {
        return List.of(look(), renew(), end(), feed());
    }

    private Route<NoInput, FeedPage> look() {
        return Route.get("/calendar/elsewhere")
                .shows(FeedPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy((request, input) -> Answer.show(page(request)));
    }

    private FeedPage page(Request request) {
        return new FeedPage(
                feeds.of(request.caller().person())
                        .map(
                                feed ->
                                        FrenchDays.day(
                                                LocalDate.ofInstant(
                                                        feed.madeAt(), SchoolCalendar.ZONE)))
                        .orElse(null),
                null);
    }

    /** Shown in the answer itself, for no other page could know the secret. */
    private Route<NoInput, FeedPage> renew() {
        return Route.post("/calendar/elsewhere")
                .shows(FeedPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            FeedSecret secret = feeds.renew(request.caller().person());
                            return Answer.show(
                                    new FeedPage(
                                            page(request).since(),
                                            "/calendar/feeds/" + secret.value() + "/preau.ics"));
                        });
    }

    private Route<NoInput, FeedPage> end() {
        return Route.post("/calendar/elsewhere/end")
                .shows(FeedPage.class)
                .allows(callers)
                .drawnBy(this::draw)
                .handledBy(
                        (request, input) -> {
                            feeds.end(request.caller().person());
                            return Answer.done(
                                    new FeedPage(null, null),
                                    "/calendar/elsewhere",
                                    Wording.of("calendar.feed.ended"));
                        });
    }

    /** Without a session, for no calendar program signs in: the secret is the key. */
    private Route<FeedInput, Download> feed() {
        return Route.get("/calendar/feeds/{secret}/preau.ics")
                .takes(FeedInput.class)
                .sendsFile()
                .allows(Callers.anyone())
                .handledBy(
                        (request, input) ->
                                Download.save(
                                        "preau.ics",
                                        feeds.answer(
                                                new FeedSecret(input.secret()),
                                                request.college())));
    }

    private Screen draw(FeedPage page, PageContext context) {
        return new Screen(
                context.text("calendar.feed.title"), templates.calendarElsewhere(page, context));
    }
}
