package fr.preau.portal.dispatch;

import fr.preau.portal.resume.OwnAddress;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a page's script is told instead of a whole page. Its answers replace only a piece of the
 * page that is open, so a refusal must say where it wants to stand.
 */
final class Htmx {

    private Htmx() {}

    /** Whether the script asks, for a piece of the page. */
    static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** Whether the page asks by itself, while the person may be writing in it. */
    static boolean asksByItself(HttpServletRequest request) {
        return "true".equals(request.getHeader("Preau-By-Itself"));
    }

    /** The page on which the person is, as an address of ours. */
    static String pageInView(HttpServletRequest request) {
        return OwnAddress.within(request.getHeader("Host"), request.getHeader("HX-Current-URL"));
    }

    /** Leads the whole page elsewhere. */
    static void leave(HttpServletResponse response, int status, String location)
            throws IOException {
        response.setHeader("HX-Redirect", location);
        Responses.text(response, status, "text/plain; charset=UTF-8", "");
    }

    /** Puts a message above the page and leaves the rest as it is. */
    static void notice(
            HttpServletRequest request, HttpServletResponse response, int status, Content message)
            throws IOException {
        boolean pressed = !request.getMethod().equals("GET") && !asksByItself(request);
        response.setHeader("HX-Retarget", "#notice");
        response.setHeader("HX-Reswap", pressed ? "innerHTML show:#notice:top" : "innerHTML");
        response.setHeader("HX-Reselect", "#problem");
        Responses.html(response, status, message);
    }
}
