package fr.preau.portal.dispatch;

import fr.preau.api.route.Method;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A request on its way, with the visit it belongs to.
 *
 * @param input names and values of what was sent
 * @param formToken whether a text is the token of this session's forms
 * @param byCookie whether the session came by itself, so that its forms need their token
 */
record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Method method,
        Visit visit,
        Map<String, List<String>> input,
        boolean byCookie,
        Predicate<String> formToken) {

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
