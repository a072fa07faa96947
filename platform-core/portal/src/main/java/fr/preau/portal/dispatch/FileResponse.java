package fr.preau.portal.dispatch;

import fr.preau.core.files.OutgoingFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file, so that no browser does more with it than show a picture or save it.
 *
 * <p>A browser keeps it, for its person alone, and asks at each use whether it still holds: the
 * route is then called again, so that who may not see it any more does not.
 */
final class FileResponse {

    /** Whatever it is, opened by itself it runs nothing, loads nothing and stands in no frame. */
    private static final String POLICY =
            "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";

    private FileResponse() {}

    /**
     * @param place where the pieces of the file are; each is fetched by itself, so that a slow
     *     reader keeps no connection to the database
     */
    static void send(Exchange exchange, OutgoingFile file, RouteCall.Place place)
            throws IOException {
        HttpServletRequest request = exchange.request();
        HttpServletResponse response = exchange.response();
        String tag = "\"" + file.sha256() + (file.shown() ? "-shown\"" : "\"");
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Vary", "Cookie");
        response.setHeader("ETag", tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.getMethod().equals("GET") && has(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setStatus(exchange.visit().statusOr(HttpServletResponse.SC_OK));
        response.setContentType(file.contentType());
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Disposition", FileDisposition.of(file));
        if (!request.getMethod().equals("HEAD")) {
            write(file, place, response.getOutputStream());
        }
    }

    private static void write(OutgoingFile file, RouteCall.Place place, OutputStream out)
            throws IOException {
        long left = file.size();
        for (int number = 0; left > 0; number++) {
            int next = number;
            byte[] piece =
                    place.run(() -> file.pieces().piece(next))
                            .orElseThrow(() -> new EOFException("deleted while it was being sent"));
            out.write(piece);
            left -= piece.length;
        }
    }

    /** RFC 9110: one of a list, each perhaps marked as weak; or any. */
    private static boolean has(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
