package fr.preau.portal.dispatch;

import fr.preau.core.identity.TokenSigner;
import fr.preau.core.tenancy.StatementTally;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * An answer that takes along what became of the session, and what was done, just before its first
 * byte, when the handler has said it.
 */
final class SessionResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Visit visit;
    private final TokenSigner signer;
    private final SessionCookie cookie;
    private final NoticeCookie notice;
    private final BannerCookie banners;
    private final boolean diagnostics;

    SessionResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            TokenSigner signer,
            SessionCookie cookie,
            NoticeCookie notice,
            BannerCookie banners,
            boolean diagnostics) {
        super(response);
        this.request = request;
        this.visit = visit;
        this.signer = signer;
        this.cookie = cookie;
        this.notice = notice;
        this.banners = banners;
        this.diagnostics = diagnostics;
    }

    @Override
    public void setStatus(int status) {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        if (!visit.wantsJson()) {
            visit.begun()
                    .map(token -> signer.sign(token.session(), token.account()))
                    .ifPresent(token -> cookie.give(request, response, token));
            notice.write(request, response, visit);
            banners.write(request, response, visit);
        }
        if (visit.hasEnded()) {
            cookie.takeAway(request, response);
        }
        if (diagnostics) {
            setHeader("Server-Timing", "sql;desc=\"" + StatementTally.count() + "\"");
        }
        super.setStatus(status);
    }
}
