package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import fr.preau.core.files.FileLimits;
import fr.preau.core.files.FileSpool;
import fr.preau.core.identity.Recognition;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import fr.preau.core.plugins.gate.ModuleUnavailable;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.portal.pages.DemoAccount;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Where every request comes in and every answer goes out: it says who calls, and lets no failure
 * out that was not told in words.
 */
public final class FrontDoor {

    private static final Pattern TRACE_PARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Dispatcher dispatcher;
    private final Recognition recognition;
    private final TokenSigner signer;
    private final SessionCookie cookie;
    private final NoticeCookie notice;
    private final BannerCookie banners;
    private final Troubles troubles;
    private final RequestWatch watch;
    private final boolean diagnostics;
    private final Function<FileLimits, FileSpool> spools;

    /**
     * @param spools where the files of one request go until it is answered
     * @param demoAccounts the accounts to show where one signs in, none outside demo mode
     */
    public FrontDoor(
            Dispatcher dispatcher,
            Drawing drawing,
            Recognition recognition,
            TokenSigner signer,
            SessionCookie cookie,
            RequestWatch watch,
            boolean diagnostics,
            Function<FileLimits, FileSpool> spools,
            Supplier<List<DemoAccount>> demoAccounts) {
        this.dispatcher = dispatcher;
        this.recognition = recognition;
        this.signer = signer;
        this.cookie = cookie;
        this.notice = new NoticeCookie(signer, cookie);
        this.banners = new BannerCookie(cookie);
        this.troubles = new Troubles(drawing, new LateForms(drawing, demoAccounts));
        this.watch = watch;
        this.diagnostics = diagnostics;
        this.spools = spools;
    }

    /** Serves one request. */
    public void serve(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StatementTally.begin();
        long start = System.nanoTime();
        Visit visit =
                new Visit(address, wantsJson(request), trace(request), request.getHeader("Host"));
        watch.begins(visit);
        Exchange exchange = exchange(request, response, visit);
        try {
            answer(exchange);
        } catch (RuntimeException | Error failure) {
            troubles.failed(exchange, failure);
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

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("text/html")) {
            return false;
        }
        return (accept != null && accept.contains("json")) || InputReader.isJson(request);
    }

    private Exchange exchange(
            HttpServletRequest request, HttpServletResponse response, Visit visit) {
        return new Exchange(
                request,
                new SessionResponse(
                        request, response, visit, signer, cookie, notice, banners, diagnostics),
                visit,
                token ->
                        visit.signedIn()
                                .map(person -> signer.isFormToken(person.session(), token))
                                .orElse(false));
    }

    private void answer(Exchange exchange) throws IOException {
        try {
            recognise(exchange);
            try (FileSpool spool = spools.apply(limits(exchange.visit()))) {
                exchange.readInput(spool);
                dispatcher.dispatch(exchange);
                exchange.sendWhatIsLeft();
            }
        } catch (Refusal refusal) {
            troubles.refused(exchange, refusal);
        } catch (RouteCall.InvalidInput invalid) {
            troubles.invalid(exchange, invalid.violations());
        } catch (ModuleUnavailable unavailable) {
            troubles.unavailable(exchange, unavailable);
        }
    }

    /** Who operates the Département brings modules, which are larger than what others send. */
    private static FileLimits limits(Visit visit) {
        return visit.signedIn().filter(SignedIn::operator).isPresent()
                ? FileLimits.OF_MODULES
                : FileLimits.USUAL;
    }

    private void recognise(Exchange exchange) {
        cookie.read(exchange.request())
                .ifPresent(
                        carried -> {
                            if (carried.byCookie()) {
                                byCookie(exchange, carried.token());
                            } else {
                                recognition
                                        .byBearer(carried.token())
                                        .ifPresent(found -> isKnown(exchange, found));
                            }
                        });
        notice.read(exchange.request(), exchange.visit());
        banners.read(exchange.request(), exchange.visit());
    }

    private void byCookie(Exchange exchange, String token) {
        recognition
                .byCookie(token)
                .ifPresent(
                        found -> {
                            isKnown(exchange, found);
                            exchange.cameByCookie();
                            found.fresh()
                                    .ifPresent(
                                            fresh ->
                                                    cookie.give(
                                                            exchange.request(),
                                                            exchange.response(),
                                                            fresh));
                        });
    }

    private void isKnown(Exchange exchange, Recognition.Recognised found) {
        exchange.visit().isOf(found.person());
        watch.knows(found.person());
    }
}
