package fr.preau.canteen.booking;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.api.text.ModuleTexts;
import fr.preau.canteen.place.WhoRuns;
import fr.preau.canteen.templates.StaticTemplates;
import java.util.List;

/** The page on which families see, cancel and restore the meals of their children. */
final class BookingRoutes {

    private static final ModuleTexts TEXTS = ModuleTexts.of(BookingRoutes.class);

    private final Callers families;
    private final Bookings bookings;
    private final WhoRuns who;
    private final StaticTemplates templates = new StaticTemplates();

    BookingRoutes(Callers families, Bookings bookings, WhoRuns who) {
        this.families = families;
        this.bookings = bookings;
        this.who = who;
    }

    List<Route<?, ?>> routes() {
        return List.of(
                Route.get("/bookings")
                        .takes(BookingsInput.class)
                        .shows(BookingsPage.class)
                        .allows(families)
                        .drawnBy(this::draw)
                        .handledBy((request, input) -> Answer.show(page(request, input))),
                Route.post("/bookings")
                        .takes(ChangesInput.class)
                        .shows(BookingsPage.class)
                        .allows(families)
                        .drawnBy(this::draw)
                        .handledBy(this::change));
    }

    private BookingsPage page(Request request, BookingsInput input) {
        return who.fixesHere(request)
                ? bookings.page(
                        request, input.chosen().orElseGet(bookings::thisMonth), Violations.none())
                : bookings.elsewhere();
    }

    private Screen draw(BookingsPage page, PageContext context) {
        return new Screen(context.text("bookings.title"), templates.bookings(page, context));
    }

    private Answer<BookingsPage> change(Request request, ChangesInput input) {
        if (!who.fixesHere(request)) {
            throw Refusal.notFound();
        }
        Bookings.Outcome outcome =
                bookings.change(request, input.chosen().orElseGet(bookings::thisMonth), input);
        return outcome.violations().isEmpty()
                ? Answer.done(
                        outcome.page(),
                        "/bookings?month=" + outcome.page().month(),
                        TEXTS.text("bookings.done", outcome.cancelled(), outcome.restored()))
                : Answer.tryAgain(outcome.page(), outcome.violations());
    }
}
