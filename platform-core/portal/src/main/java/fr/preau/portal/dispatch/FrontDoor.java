package fr.preau.portal.dispatch;

import com.fasterxml.uuid.Generators;
import fr.preau.api.route.Method;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.core.identity.SessionToken;
import fr.preau.core.identity.Sessions;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.portal.pages.ProblemPage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in and every answer goes out: it says who calls, and tells every
 * failure in words.
 */
public final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Dispatcher dispatcher;
    private final Drawing drawing;
    private final Sessions sessions;
    private final TokenSigner signer;
    private final SessionCookie cookie;
    private final Clock clock;
    private final RequestWatch watch;
    private final boolean diagnostics;

    public FrontDoor(
            Dispatcher dispatcher,
            Drawing drawing,
            Sessions sessions,
            TokenSigner signer,
            SessionCookie cookie,
            Clock clock,
            RequestWatch watch,
            boolean diagnostics) {
        this.dispatcher = dispatcher;
        this.drawing = drawing;
        this.sessions = sessions;
        this.signer = signer;
        this.cookie = cookie;
        this.clock = clock;
        this.watch = watch;
        this.diagnostics = diagnostics;
    }

    /** Serves one request. */
    public void serve(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StatementTally.begin();
        long start = System.nanoTime();
        String trace = trace(request);
        Visit visit = new Visit(address, wantsJson(request), null);
        try {
            Optional<SessionCookie.Carried> carried = cookie.read(request);
            Optional<SessionToken> token = carried.flatMap(c -> signer.read(c.token()));
            SignedIn person = token.flatMap(t -> sessions.find(t.session())).orElse(null);
            visit = new Visit(address, wantsJson(request), person);
            watch.begins(visit, trace);
            boolean byCookie =
                    person != null && carried.map(SessionCookie.Carried::byCookie).orElse(false);
            if (byCookie) {
                renew(token.orElseThrow(), request, response);
            }
            dispatcher.dispatch(exchange(request, response, visit, byCookie));
        } catch (Refusal refusal) {
            refuse(visit, request, response, refusal);
        } catch (RouteCall.InvalidInput invalid) {
            problem(
                    visit,
                    response,
                    Problems.of(Problems.invalid(invalid.violations())),
                    invalid.violations());
        } catch (RuntimeException failure) {
            fail(visit, response, failure);
        } finally {
            watch.ends(
                    visit,
                    module(visit),
                    response.getStatus(),
                    Duration.ofNanos(System.nanoTime() - start),
                    StatementTally.end());
        }
    }

    private static String module(Visit visit) {
        return visit.collegeInView().isEmpty() ? "portal" : visit.address().split("/", 5)[3];
    }

    /**
     * The trace of the span that is exported, else the caller's (W3C Trace Context) or a new one.
     */
    private static String trace(HttpServletRequest request) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            return span.getTraceId();
        }
        String parent = request.getHeader("traceparent");
        if (parent != null && TRACE_PARENT.matcher(parent).matches()) {
            return parent.substring(3, 35);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private Exchange exchange(
            HttpServletRequest request, HttpServletResponse response, Visit visit, boolean byCookie)
            throws IOException {
        HttpServletResponse out =
                new SessionResponse(request, response, visit, signer, cookie, diagnostics);
        return new Exchange(
                request,
                out,
                method(request),
                visit,
                InputReader.read(request),
                byCookie,
                token ->
                        visit.signedIn()
                                .map(person -> signer.isFormToken(person.session(), token))
                                .orElse(false));
    }

    private static Method method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> Method.GET;
            case "POST" -> Method.POST;
            case "PUT" -> Method.PUT;
            case "DELETE" -> Method.DELETE;
            default ->
                    throw new Refusal(
                            405,
                            "method-not-allowed",
                            "Cette action n’existe pas ici",
                            "Préau répond à GET, POST, PUT et DELETE.");
        };
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            return false;
        }
        return (accept != null && accept.contains("json")) || InputReader.isJson(request);
    }

    /** Nobody notices that tokens are short-lived. */
    private void renew(
            SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        if (clock.instant().isAfter(token.renewAfter())) {
            cookie.give(request, response, signer.sign(token.session(), token.account()));
        }
    }

    private void refuse(
            Visit visit, HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        if (refusal.status() == 401 && !visit.wantsJson()) {
            Responses.seeOther(response, "/sign-in" + returnTo(visit, request));
            return;
        }
        problem(visit, response, Problems.of(refusal), Violations.none());
    }

    private static String returnTo(Visit visit, HttpServletRequest request) {
        if (visit.address().equals("/") || !request.getMethod().equals("GET")) {
            return "";
        }
        String query = request.getQueryString();
        String whole = visit.address() + (query == null ? "" : "?" + query);
        return "?returnTo=" + URLEncoder.encode(whole, StandardCharsets.UTF_8);
    }

    private void fail(Visit visit, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        String reference = Generators.randomBasedGenerator().generate().toString().substring(0, 8);
        LOG.error(
                "{} failed at {} for account {}",
                reference,
                visit.address(),
                visit.signedIn().map(person -> person.account().toString()).orElse("nobody"),
                failure);
        if (!response.isCommitted()) {
            problem(visit, response, Problems.ours(reference), Violations.none());
        }
    }

    private void problem(
            Visit visit, HttpServletResponse response, ProblemPage problem, Violations violations)
            throws IOException {
        if (visit.wantsJson()) {
            Responses.problem(response, problem.status(), Problems.json(problem, violations));
        } else {
            Responses.html(
                    response,
                    problem.status(),
                    drawing.document(
                            visit, drawing.screens().problem(problem, drawing.portal(visit))));
        }
    }
}
