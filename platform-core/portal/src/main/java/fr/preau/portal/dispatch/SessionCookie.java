package fr.preau.portal.dispatch;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** Where the token of a session stands: in a cookie for a browser, in a header for a program. */
public final class SessionCookie {

    /** The name of the cookie. */
    public static final String NAME = "preau_session";

    private static final Duration KEPT = Duration.ofHours(12);

    private final boolean alwaysSecure;

    /**
     * @param alwaysSecure whether the cookie goes over HTTPS only; without it, it does whenever the
     *     request came over HTTPS
     */
    public SessionCookie(boolean alwaysSecure) {
        this.alwaysSecure = alwaysSecure;
    }

    /** A token and whether it came by itself, as a cookie does. */
    record Carried(String token, boolean byCookie) {}

    Optional<Carried> read(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith("Bearer ")) {
            return Optional.of(new Carried(authorization.substring(7).strip(), false));
        }
        return value(request, NAME).map(value -> new Carried(value, true));
    }

    /** What a cookie of ours holds. */
    static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    void give(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, NAME, token, KEPT);
    }

    void takeAway(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, NAME, "", Duration.ZERO);
    }

    /** Gives a cookie of ours, or takes it away when it is kept for no time. */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            Duration kept) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(alwaysSecure || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) kept.toSeconds());
        response.addCookie(cookie);
    }
}
