package fr.preau.portal.server;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one place where Liberty hands a request over: assets are files, everything else is a route.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = false)
public final class PortalFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Pattern ACCENT = Pattern.compile("/assets/accent/([0-9a-f]{6})\\.css");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** What is installed of the line of a canteen: it opens there, also without network. */
    private static final Pattern LINE = Pattern.compile("/assets/line/([a-z0-9-]{1,64})\\.json");

    /** They have one address for ever, and may speak for more than the folder they stand in. */
    private static final Set<String> WORKERS = Set.of("/assets/sw.js", "/assets/line-sw.js");

    private final transient PreauServer server;
    private final transient RequestSpans spans;
    private final transient ClosedDoor closed = new ClosedDoor();

    @Inject
    PortalFilter(PreauServer server, RequestSpans spans) {
        this.server = server;
        this.spans = spans;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Preau> running = server.running();
        if (running.isEmpty()) {
            closed.answer(request, response);
            return;
        }
        Preau preau = running.get();
        String address = address(request);
        if (address.startsWith("/assets/") || address.startsWith("/webjars/")) {
            asset(address, request, response, chain);
        } else if (address.equals("/openapi")) {
            byte[] json = preau.openApi().getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setContentLength(json.length);
            response.getOutputStream().write(json);
        } else {
            serve(preau, address, request, response);
        }
    }

    private void serve(
            Preau preau, String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Span span = spans.begin(request);
        try (Scope current = span.makeCurrent()) {
            preau.frontDoor().serve(address, request, response);
        } finally {
            spans.end(span, request, address, response.getStatus(), preau.routeNames());
        }
    }

    private static String address(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int parameters = uri.indexOf(';');
        String bare = parameters < 0 ? uri : uri.substring(0, parameters);
        try {
            return URLDecoder.decode(bare.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "/unreadable-address";
        }
    }

    private static void asset(
            String address,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        boolean worker = WORKERS.contains(address);
        response.setHeader("Cache-Control", worker ? "no-cache" : FOR_EVER);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (worker) {
            response.setHeader("Service-Worker-Allowed", "/");
        }
        Matcher accent = ACCENT.matcher(address);
        Matcher line = LINE.matcher(address);
        if (accent.matches()) {
            made(response, "text/css", ":root{--preau-accent:#" + accent.group(1) + "}");
        } else if (line.matches()) {
            made(response, "application/manifest+json", LineApp.manifest(line.group(1)));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void made(HttpServletResponse response, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + "; charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
