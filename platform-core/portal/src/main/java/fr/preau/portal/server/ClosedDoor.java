package fr.preau.portal.server;

import fr.preau.portal.look.Texts;
import fr.preau.portal.templates.StaticTemplates;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a node answers that did not start: why, the log says, and only the log. */
final class ClosedDoor {

    private static final String JSON =
            "{\"type\":\"urn:preau:problem:closed\",\"title\":\"%s\",\"status\":503,"
                    + "\"detail\":\"%s\"}";

    private final Texts texts = Texts.french();

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = String.valueOf(request.getHeader("Accept"));
        if (accept.contains("json") && !accept.contains("text/html")) {
            String title = texts.text("problem.closed.title");
            String detail = texts.text("problem.closed.detail");
            write(response, "application/problem+json", String.format(JSON, title, detail));
        } else {
            StringOutput page = new StringOutput();
            new StaticTemplates().pagesClosed(texts).writeTo(page);
            write(response, "text/html; charset=UTF-8", page.toString());
        }
    }

    private static void write(HttpServletResponse response, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Retry-After", "300");
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
