package fr.preau.portal.dispatch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * Carries what somebody was told and has hidden of the urgent messages, in the browser: no page
 * asks the database for it. It is not signed, for whoever changes it hides something from
 * themselves.
 */
final class BannerCookie {

    private static final String NAME = "preau_banners";

    private static final Duration KEPT = Duration.ofDays(60);

    private final SessionCookie cookies;

    BannerCookie(SessionCookie cookies) {
        this.cookies = cookies;
    }

    void read(HttpServletRequest request, Visit visit) {
        SessionCookie.value(request, NAME).map(BannerMarks::read).ifPresent(visit::hasBannerMarks);
    }

    /** Only when something has changed. */
    void write(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        if (visit.hasNewBannerMarks()) {
            cookies.write(request, response, NAME, visit.bannerMarks().written(), KEPT);
        }
    }
}
