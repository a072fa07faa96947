package fr.preau.api.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A request to a server outside.
 *
 * @param method GET, POST, PUT or DELETE
 * @param address https, of a server that the manifest names
 * @param headers one value for each name
 * @param body empty when there is none
 */
public record WebRequest(String method, URI address, Map<String, String> headers, byte[] body) {

    public WebRequest {
        if (!method.matches("GET|POST|PUT|DELETE")) {
            throw new IllegalArgumentException("no request is a " + method);
        }
        headers = Map.copyOf(headers);
        body = body.clone();
    }

    /** Asks for what is at an address. */
    public static WebRequest get(URI address) {
        return new WebRequest("GET", address, Map.of("Accept", "application/json"), new byte[0]);
    }

    /** Sends JSON to an address. */
    public static WebRequest postJson(URI address, String json) {
        return new WebRequest(
                "POST",
                address,
                Map.of("Accept", "application/json", "Content-Type", "application/json"),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public WebRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new WebRequest(method, address, more, body);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
