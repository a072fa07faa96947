package fr.preau.portal.dispatch;

import fr.preau.api.page.PageContext;
import fr.preau.api.page.Screen;
import fr.preau.api.route.Answer;
import fr.preau.api.route.InvalidHandler;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Route;
import fr.preau.api.route.Violations;
import fr.preau.core.routes.InputBinder;
import fr.preau.core.routes.InputCheck;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.routes.RouteTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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

    private RouteCall(
            Exchange exchange,
            Route<I, P> route,
            InputBinder<I> binder,
            Map<String, String> holes,
            InputCheck check,
            RecordJson json,
            Drawing drawing) {
        this.exchange = exchange;
        this.route = route;
        this.binder = binder;
        this.holes = holes;
        this.check = check;
        this.json = json;
        this.drawing = drawing;
    }

    @SuppressWarnings("unchecked") // The table made the binder from this very route.
    static <I, P> RouteCall<I, P> of(
            Exchange exchange,
            RouteTable.Match match,
            InputCheck check,
            RecordJson json,
            Drawing drawing) {
        return new RouteCall<>(
                exchange,
                (Route<I, P>) match.route(),
                (InputBinder<I>) match.binder(),
                match.holes(),
                check,
                json,
                drawing);
    }

    /**
     * @param place where the handler's data is
     * @param context what the template may use, asked for once the work is done
     * @param base the address below which the module's locations stand
     */
    void run(Place place, Supplier<PageContext> context, String base) throws IOException {
        Answer<P> answer = place.run(this::answer);
        if (answer instanceof Answer.Done<P> done) {
            done(done, base);
        } else if (answer instanceof Answer.TryAgain<P> again) {
            tryAgain(again, context.get());
        } else {
            show(answer.page(), exchange.visit().statusOr(200), context.get());
        }
    }

    private Answer<P> answer() {
        Map<String, List<String>> values = new HashMap<>(exchange.input());
        holes.forEach((name, value) -> values.put(name, List.of(value)));
        InputBinder.Bound<I> bound = binder.bind(values);
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

    private void show(P page, int status, PageContext context) throws IOException {
        if (exchange.wantsJson()) {
            exchange.json(status, json.write(page));
            return;
        }
        Screen screen = route.view().draw(page, context);
        Responses.html(exchange.response(), status, drawing.document(exchange.visit(), screen));
    }

    private void done(Answer.Done<P> done, String base) throws IOException {
        String location = base + done.location();
        if (exchange.wantsJson()) {
            exchange.response().setHeader("Location", location);
            exchange.json(exchange.visit().statusOr(200), json.write(done.page()));
        } else {
            String notice = done.notice();
            if (notice != null) {
                exchange.visit().leaveNotice(notice);
            }
            exchange.seeOther(location);
        }
    }

    private void tryAgain(Answer.TryAgain<P> again, PageContext context) throws IOException {
        if (exchange.wantsJson()) {
            throw new InvalidInput(again.violations());
        }
        Screen screen = route.view().draw(again.page(), context);
        Responses.html(
                exchange.response(),
                exchange.visit().statusOr(422),
                drawing.documentWithErrors(exchange.visit(), screen));
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
