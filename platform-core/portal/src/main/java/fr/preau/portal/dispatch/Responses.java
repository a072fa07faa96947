package fr.preau.portal.dispatch;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes answers, each with the headers that keep a browser from doing more than it should. */
final class Responses {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private Responses() {}

    static void html(HttpServletResponse response, int status, Content document)
            throws IOException {
        StringOutput output = new StringOutput(16_384);
        document.writeTo(output);
        response.setHeader("Content-Security-Policy", POLICY);
        text(response, status, "text/html; charset=UTF-8", output.toString());
    }

    static void json(HttpServletResponse response, int status, String json) throws IOException {
        text(response, status, "application/json", json);
    }

    static void problem(HttpServletResponse response, int status, String json) throws IOException {
        text(response, status, "application/problem+json", json);
    }

    static void seeOther(HttpServletResponse response, String location) {
        common(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
        response.setContentLength(0);
    }

    static void text(HttpServletResponse response, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        common(response);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void common(HttpServletResponse response) {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Vary", "Accept, Cookie");
    }
}
