package fr.preau.portal.dispatch;

import fr.preau.core.identity.TokenSigner;
import fr.preau.core.tenancy.StatementTally;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * An answer that takes along what became of the session, just before its first byte, when the
 * handler has said it.
 */
final class SessionResponse extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Visit visit;
    private final TokenSigner signer;
    private final SessionCookie cookie;
    private final boolean diagnostics;

    SessionResponse(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            TokenSigner signer,
            SessionCookie cookie,
            boolean diagnostics) {
        super(response);
        this.request = request;
        this.visit = visit;
        this.signer = signer;
        this.cookie = cookie;
        this.diagnostics = diagnostics;
    }

    @Override
    public void setStatus(int status) {
        if (!visit.wantsJson()) {
            visit.begun()
                    .ifPresent(
                            token ->
                                    cookie.give(
                                            request,
                                            (HttpServletResponse) getResponse(),
                                            signer.sign(token.session(), token.account())));
        }
        if (visit.hasEnded()) {
            cookie.takeAway(request, (HttpServletResponse) getResponse());
        }
        if (diagnostics) {
            setHeader("Server-Timing", "sql;desc=\"" + StatementTally.count() + "\"");
        }
        super.setStatus(status);
    }
}
