package fr.preau.api.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a server outside answered.
 *
 * @param status the HTTP status
 * @param headers by lower case name
 */
public record WebAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    public WebAnswer {
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
