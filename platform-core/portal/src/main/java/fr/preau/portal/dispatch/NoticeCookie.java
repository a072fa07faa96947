package fr.preau.portal.dispatch;

import fr.preau.core.identity.SignedIn;
import fr.preau.core.identity.TokenSigner;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * What was just done, carried to the next page in a cookie, so that any node can tell it.
 *
 * <p>It is signed for one session, or for nobody's after signing out: nobody can be made to read
 * what Préau did not say to them.
 */
final class NoticeCookie {

    private static final String NAME = "preau_notice";

    private static final Duration KEPT = Duration.ofMinutes(1);

    private static final int LONGEST = 300;

    private static final UUID NOBODY = new UUID(0, 0);

    private final TokenSigner signer;
    private final SessionCookie cookies;

    NoticeCookie(TokenSigner signer, SessionCookie cookies) {
        this.signer = signer;
        this.cookies = cookies;
    }

    /** Hands the notice that came with a request to its visit. */
    void read(HttpServletRequest request, Visit visit) {
        UUID owner = visit.signedIn().map(SignedIn::session).orElse(NOBODY);
        SessionCookie.value(request, NAME)
                .flatMap(carried -> signer.unseal(owner, carried))
                .ifPresent(visit::hasNotice);
    }

    /** Takes a notice away that was told, and gives the one that the next page shall tell. */
    void write(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        Optional<String> left = visit.noticeLeft();
        if (left.isPresent()) {
            String carried = signer.seal(nextOwner(visit), shortened(left.get()));
            cookies.write(request, response, NAME, carried, KEPT);
        } else if (visit.hasTakenNotice()) {
            cookies.write(request, response, NAME, "", Duration.ZERO);
        }
    }

    private static UUID nextOwner(Visit visit) {
        if (visit.hasEnded()) {
            return NOBODY;
        }
        return visit.begun()
                .map(begun -> begun.session())
                .or(() -> visit.signedIn().map(SignedIn::session))
                .orElse(NOBODY);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
