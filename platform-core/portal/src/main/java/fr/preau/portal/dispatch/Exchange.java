package fr.preau.portal.dispatch;

import fr.preau.api.route.Method;
import fr.preau.api.route.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A request on its way, with the visit it belongs to. */
final class Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Visit visit;
    private final Predicate<String> formToken;
    private Map<String, List<String>> input = Map.of();
    private boolean byCookie;

    /**
     * @param formToken whether a text is the token of this session's forms
     */
    Exchange(
            HttpServletRequest request,
            HttpServletResponse response,
            Visit visit,
            Predicate<String> formToken) {
        this.request = request;
        this.response = response;
        this.visit = visit;
        this.formToken = formToken;
    }

    /** Reads what was sent; until then there is nothing. */
    void readInput() throws IOException {
        input = InputReader.read(request);
    }

    /** The session came by itself, as a cookie does, so that its forms need their token. */
    void cameByCookie() {
        byCookie = true;
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    Method method() {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> Method.GET;
            case "POST" -> Method.POST;
            case "PUT" -> Method.PUT;
            case "DELETE" -> Method.DELETE;
            default -> throw Refusal.ofType(405, "method-not-allowed", "GET, POST, PUT, DELETE");
        };
    }

    Visit visit() {
        return visit;
    }

    /** Names and values of what was sent. */
    Map<String, List<String>> input() {
        return input;
    }

    boolean byCookie() {
        return byCookie;
    }

    boolean hasFormToken(String token) {
        return formToken.test(token);
    }

    String address() {
        return visit.address();
    }

    boolean wantsJson() {
        return visit.wantsJson();
    }

    void seeOther(String location) {
        Responses.seeOther(response, location);
    }

    void json(int status, String json) throws IOException {
        Responses.json(response, status, json);
    }
}
