package fr.preau.portal.dispatch;

import fr.preau.api.files.Download;
import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.InvalidHandler;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.core.files.OutgoingFile;
import fr.preau.core.routes.InputBinder;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.routes.RouteTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a route: binds and checks the input, does the work, and answers as a page or as JSON.
 *
 * @param <I> the input record
 * @param <P> the page record
 */
final class RouteCall<I, P> {

    /** Runs work where its data is: in a unit of work of a collège, or as it is. */
    @FunctionalInterface
    interface Place {
        <T> T run(Supplier<T> work);
    }

    /** Work that opens its own units of work. */
    static final Place ANYWHERE =
            new Place() {
                @Override
                public <T> T run(Supplier<T> work) {
                    return work.get();
                }
            };

    private final Exchange exchange;
    private final Route<I, P> route;
    private final InputBinder<I> binder;
    private final Map<String, String> holes;
    private final InputCheck check;
    private final RecordJson json;
    private final Drawing drawing;
    private final Function<Download, OutgoingFile> files;

    private RouteCall(
            Exchange exchange,
            Route<I, P> route,
            InputBinder<I> binder,
            Map<String, String> holes,
            InputCheck check,
            RecordJson json,
            Drawing drawing,
            Function<Download, OutgoingFile> files) {
        this.exchange = exchange;
        this.route = route;
        this.binder = binder;
        this.holes = holes;
        this.check = check;
        this.json = json;
        this.drawing = drawing;
        this.files = files;
    }

    /**
     * @param files finds the file that the handler answers with, where the handler's data is
     */
    @SuppressWarnings("unchecked") // The table made the binder from this very route.
    static <I, P> RouteCall<I, P> of(
            Exchange exchange,
            RouteTable.Match match,
            InputCheck check,
            RecordJson json,
            Drawing drawing,
            Function<Download, OutgoingFile> files) {
        return new RouteCall<>(
                exchange,
                (Route<I, P>) match.route(),
                (InputBinder<I>) match.binder(),
                match.holes(),
                check,
                json,
                drawing,
                files);
    }

    /**
     * What a call came to; what a module has to say is all said, and only to be sent.
     *
     * <p>Everything of a module runs before this is there, so that it can run on a thread of the
     * module's, within its budget.
     */
    sealed interface Prepared {

        /** A page, drawn. */
        record Page(int status, String title, String html, boolean withErrors)
                implements Prepared {}

        /** A record as JSON. */
        record Json(int status, String json, @Nullable String location) implements Prepared {}

        /** It is done; a browser goes on to an address. */
        record Gone(String location, @Nullable String notice) implements Prepared {}

        /** A file, whose pieces are fetched where they are, once nobody waits for the module. */
        record File(OutgoingFile file, Place place) implements Prepared {}

        /** The input can't be taken. */
        record Invalid(Violations violations) implements Prepared {}
    }

    /** Does the work and sends its answer at once. */
    void run(Place place, Supplier<PageContext> context, String base) throws IOException {
        send(prepare(place, context, base));
    }

    /**
     * @param place where the handler's data is
     * @param context what the template may use, asked for once the work is done
     * @param base the address below which the module's locations stand
     */
    Prepared prepare(Place place, Supplier<PageContext> context, String base) {
        Answered<P> answered;
        try {
            answered = place.run(this::answered);
        } catch (InvalidInput invalid) {
            return new Prepared.Invalid(invalid.violations());
        }
        if (answered.file() != null) {
            return new Prepared.File(answered.file(), place);
        }
        Answer<P> answer = answered.answer();
        if (answer instanceof Answer.Done<P> done) {
            return done(done, base);
        }
        if (answer instanceof Answer.TryAgain<P> again) {
            return tryAgain(again, context.get());
        }
        return show(answer.page(), exchange.visit().statusOr(200), context.get());
    }

    void send(Prepared prepared) throws IOException {
        if (prepared instanceof Prepared.Invalid invalid) {
            throw new InvalidInput(invalid.violations());
        } else if (prepared instanceof Prepared.Json json) {
            if (json.location() != null) {
                exchange.response().setHeader("Location", json.location());
            }
            exchange.json(json.status(), json.json());
        } else if (prepared instanceof Prepared.Gone gone) {
            if (gone.notice() != null) {
                exchange.visit().leaveNotice(gone.notice());
            }
            exchange.seeOther(gone.location());
        } else if (prepared instanceof Prepared.File sent) {
            exchange.sendAtLast(() -> FileResponse.send(exchange, sent.file(), sent.place()));
        } else if (prepared instanceof Prepared.Page page) {
            Screen screen = new Screen(page.title(), output -> output.writeContent(page.html()));
            Responses.html(
                    exchange.response(),
                    page.status(),
                    page.withErrors()
                            ? drawing.documentWithErrors(exchange.visit(), screen)
                            : drawing.document(exchange.visit(), screen));
        }
    }

    /** An answer, and the file it is, if it is one. */
    private record Answered<P>(Answer<P> answer, @Nullable OutgoingFile file) {}

    private Answered<P> answered() {
        Answer<P> answer = answer();
        return new Answered<>(
                answer, answer.page() instanceof Download file ? files.apply(file) : null);
    }

    private Answer<P> answer() {
        Map<String, List<String>> values = new HashMap<>(exchange.input());
        holes.forEach((name, value) -> values.put(name, List.of(value)));
        InputBinder.Bound<I> bound = binder.bind(values, exchange.files());
        I input = bound.input();
        if (input == null) {
            throw new InvalidInput(bound.violations());
        }
        requireKnownAddress(bound.violations());
        Violations violations = bound.violations().and(check.check(input));
        if (violations.isEmpty()) {
            return route.handler().handle(exchange.visit(), input);
        }
        return refused(input, violations);
    }

    /** What can't be read in the address itself is no such page. */
    private void requireKnownAddress(Violations violations) {
        if (violations.byField().keySet().stream().anyMatch(holes::containsKey)) {
            throw Refusal.notFound();
        }
    }

    private Answer<P> refused(I input, Violations violations) {
        InvalidHandler<I, P> invalid = route.invalid();
        if (invalid == null || exchange.wantsJson()) {
            throw new InvalidInput(violations);
        }
        return Answer.tryAgain(invalid.showAgain(exchange.visit(), input, violations), violations);
    }

    private Prepared show(P page, int status, PageContext context) {
        return exchange.wantsJson()
                ? new Prepared.Json(status, json.write(page), null)
                : drawn(route.view().draw(page, context), status, false);
    }

    private static Prepared drawn(Screen screen, int status, boolean withErrors) {
        BoundedOutput html = new BoundedOutput();
        screen.body().writeTo(html);
        return new Prepared.Page(status, screen.title(), html.toString(), withErrors);
    }

    private Prepared done(Answer.Done<P> done, String base) {
        String location = base + done.location();
        return exchange.wantsJson()
                ? new Prepared.Json(
                        exchange.visit().statusOr(200), json.write(done.page()), location)
                : new Prepared.Gone(location, done.notice());
    }

    private Prepared tryAgain(Answer.TryAgain<P> again, PageContext context) {
        return exchange.wantsJson()
                ? new Prepared.Invalid(again.violations())
                : drawn(
                        route.view().draw(again.page(), context),
                        exchange.visit().statusOr(422),
                        true);
    }

    /** An input that is told as a problem, field by field. */
    static final class InvalidInput extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Violations violations;

        InvalidInput(Violations violations) {
            super("invalid input", null, false, false);
            this.violations = violations;
        }

        Violations violations() {
            return violations;
        }
    }
}
