package fr.preau.portal.dispatch;

import fr.preau.api.route.Method;
import fr.preau.api.route.Refusal;
import fr.preau.core.files.FileSpool;
import fr.preau.core.files.SentFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request on its way, with the visit it belongs to. */
final class Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Visit visit;
    private final Predicate<String> formToken;
    private Received received = Received.nothing();
    private boolean byCookie;
    private @Nullable Sending last;

    /** The rest of an answer, for which nobody else has to wait. */
    @FunctionalInterface
    interface Sending {
        void send() throws IOException;
    }

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

    /**
     * Reads what was sent; until then there is nothing. The files of a visitor who is not known are
     * read and forgotten: there is no route for them.
     *
     * @param spool where files go until the answer is given
     */
    void readInput(FileSpool spool) throws IOException {
        MultipartForm.Files files =
                visit.signedIn().isPresent()
                        ? spool::take
                        : (name, type, content) -> FileSpool.passOver(name, content);
        received = InputReader.read(request, spool.limits().requestBytes(), files);
    }

    /** What came with the request is not for whoever answers now: there are no files any more. */
    void withholdFiles() {
        received = new Received(received.values(), Map.of());
    }

    /** What is sent when the call has ended, so that a slow reader holds nothing of a module. */
    void sendAtLast(Sending sending) {
        last = sending;
    }

    void sendWhatIsLeft() throws IOException {
        if (last != null) {
            last.send();
        }
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
        return received.values();
    }

    /** The files of a form, by the names of their fields. */
    Map<String, List<SentFile>> files() {
        return received.files();
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
