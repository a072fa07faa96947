package fr.preau.portal.dispatch;

import fr.preau.api.page.Screen;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.core.plugins.gate.ModuleUnavailable;
import fr.preau.portal.pages.ProblemPage;
import fr.preau.portal.resume.KeptForm;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what could not be done: to programs as JSON, to people as a page that says what now. */
final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Drawing drawing;
    private final Problems problems;
    private final LateForms lateForms;

    Troubles(Drawing drawing, LateForms lateForms) {
        this.drawing = drawing;
        this.problems = new Problems(drawing.texts());
        this.lateForms = lateForms;
    }

    void refused(Exchange exchange, Refusal refusal) throws IOException {
        Optional<KeptForm> form = LateForms.of(exchange);
        if (refusal.status() == 401 && !exchange.wantsJson()) {
            signInFirst(exchange, form);
        } else if (refusal.type().equals(OwnForms.STALE) && form.isPresent()) {
            lateForms.askToConfirm(exchange, form.get());
        } else {
            allow(exchange, refusal);
            problem(exchange, problems.of(refusal, exchange.visit()), Violations.none());
        }
    }

    private void signInFirst(Exchange exchange, Optional<KeptForm> form) throws IOException {
        if (Htmx.asksByItself(exchange.request())) {
            // To lead the page away would lose what is being written in it.
            ProblemPage over = problems.sessionOver(exchange.visit());
            problem(exchange, over, Violations.none());
        } else if (Htmx.asks(exchange.request())) {
            String location = signIn(Htmx.pageInView(exchange.request()));
            Htmx.leave(exchange.response(), 401, location);
        } else if (form.isPresent()) {
            lateForms.askToSignIn(exchange, form.get());
        } else {
            exchange.seeOther(signIn(wanted(exchange)));
        }
    }

    private static String signIn(String returnTo) {
        return returnTo.equals("/")
                ? "/sign-in"
                : "/sign-in?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
    }

    private static String wanted(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        String query = request.getQueryString();
        return exchange.address() + (query == null ? "" : "?" + query);
    }

    /** RFC 9110 wants the methods named that would have been answered. */
    private static void allow(Exchange exchange, Refusal refusal) {
        if (refusal.status() == 405 && !refusal.arguments().isEmpty()) {
            exchange.response().setHeader("Allow", refusal.arguments().get(0).toString());
        }
    }

    void invalid(Exchange exchange, Violations violations) throws IOException {
        problem(exchange, problems.invalid(violations, exchange.visit()), violations);
    }

    /** A module that does not answer now: the rest of Préau does. */
    void unavailable(Exchange exchange, ModuleUnavailable unavailable) throws IOException {
        LOG.warn("{} answered 503: {}", exchange.address(), unavailable.getMessage());
        exchange.response().setHeader("Retry-After", "10");
        problem(exchange, problems.of(unavailable, exchange.visit()), Violations.none());
    }

    /**
     * A failure of ours, whatever it is: a module's broken class must not end at Liberty's page.
     */
    void failed(Exchange exchange, Throwable failure) throws IOException {
        Visit visit = exchange.visit();
        LOG.error(
                "{} failed at {} for account {}",
                visit.trace(),
                visit.address(),
                visit.signedIn().map(person -> person.account().toString()).orElse("nobody"),
                failure);
        if (!exchange.response().isCommitted()) {
            problem(exchange, problems.ours(visit), Violations.none());
        }
    }

    private void problem(Exchange exchange, ProblemPage problem, Violations violations)
            throws IOException {
        if (problem.reference() != null && problem.status() < 500) {
            LOG.info("{} answered {} {}", exchange.address(), problem.status(), problem.type());
        }
        if (exchange.wantsJson()) {
            Responses.problem(
                    exchange.response(), problem.status(), Problems.json(problem, violations));
        } else if (Htmx.asks(exchange.request())) {
            Content message = drawing.problemNotice(exchange.visit(), problem);
            Htmx.notice(exchange.request(), exchange.response(), problem.status(), message);
        } else {
            Responses.html(
                    exchange.response(),
                    problem.status(),
                    document(exchange, problem.withTyped(typed(exchange))));
        }
    }

    private static List<String> typed(Exchange exchange) {
        return LateForms.of(exchange).map(KeptForm::texts).orElse(List.of());
    }

    private Content document(Exchange exchange, ProblemPage problem) {
        Visit visit = exchange.visit();
        Screen screen = drawing.screens().problem(problem, drawing.portal(visit));
        try {
            return drawing.document(visit, screen);
        } catch (RuntimeException | Error failure) {
            // The menu may be what fails, or what it asks: then the page does without.
            LOG.error("{} could not draw its shell", visit.trace(), failure);
            return drawing.bareDocument(visit, screen);
        }
    }
}
