package fr.preau.portal.dispatch;

import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Whether a change was asked for from a page of ours.
 *
 * <p>A browser sends the cookie by itself, also with a form of another site. So a change that came
 * with the cookie brings the token of our forms, or is JSON, which another site can't send without
 * asking first; and no change comes from another origin. A bearer token is never sent by itself.
 */
public final class OwnForms {

    /** The name of the hidden field. */
    static final String FIELD = "_token";

    /** A form of ours whose session is not the present one. */
    static final String STALE = "stale-form";

    private OwnForms() {}

    /**
     * Refuses a change that another site may have made the browser send.
     *
     * @param callers who may call the route; what visitors may do needs no token, since they have
     *     none
     */
    static void require(Exchange exchange, Callers callers) {
        if (exchange.method().isSafe()) {
            return;
        }
        if (comesFromElsewhere(exchange.request())) {
            throw Refusal.ofType(403, "foreign-form");
        }
        boolean needsToken = exchange.byCookie() && !callers.visitors();
        if (needsToken && !InputReader.isJson(exchange.request())) {
            String token = exchange.input().getOrDefault(FIELD, List.of("")).get(0);
            if (!exchange.hasFormToken(token)) {
                throw Refusal.ofType(403, STALE);
            }
        }
    }

    static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("cross-site") || site.equals("same-site");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        try {
            String authority = URI.create(origin).getAuthority();
            String host = request.getHeader("Host");
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
