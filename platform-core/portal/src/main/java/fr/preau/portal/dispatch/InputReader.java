package fr.preau.portal.dispatch;

import fr.preau.api.route.Refusal;
import fr.preau.core.files.SentFile;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was sent, as names and values: the query, then a form or a JSON object; and files. */
final class InputReader {

    /** More than this is no page's input; files beside it have their own limit. */
    static final int LARGEST_BODY = 1_000_000;

    static final int MOST_VALUES = 5_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private int count;

    private InputReader() {}

    /**
     * @param largestForm how long a form with files may be
     * @param files where its files go
     */
    static Received read(HttpServletRequest request, long largestForm, MultipartForm.Files files)
            throws IOException {
        InputReader reader = new InputReader();
        reader.pairs(request.getQueryString());
        String type = contentType(request);
        if (type.equals("application/x-www-form-urlencoded")) {
            reader.pairs(body(request));
        } else if (type.equals("application/json")) {
            reader.json(body(request));
        } else if (type.equals(MultipartForm.TYPE)) {
            return new Received(reader.values, reader.form(request, largestForm, files));
        } else if (!type.isEmpty() && request.getContentLengthLong() > 0) {
            throw Refusal.ofType(415, "unsupported-media-type");
        }
        return new Received(reader.values, Map.of());
    }

    private Map<String, List<SentFile>> form(
            HttpServletRequest request, long largest, MultipartForm.Files files)
            throws IOException {
        if (request.getContentLengthLong() > largest) {
            throw LimitedBody.tooLarge(largest);
        }
        return new MultipartForm(this::add, files)
                .read(request.getContentType(), new LimitedBody(request.getInputStream(), largest));
    }

    static boolean isJson(HttpServletRequest request) {
        return contentType(request).equals("application/json");
    }

    private static String contentType(HttpServletRequest request) {
        String header = request.getContentType();
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Refusal.ofType(413, "too-large");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable("not-utf-8");
        }
    }

    private static Refusal unreadable(String type) {
        return Refusal.ofType(400, type);
    }

    private void pairs(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            add(decoded(name), decoded(value));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unreadable("badly-encoded");
        }
    }

    private void add(String name, String value) {
        if (++count > MOST_VALUES) {
            throw unreadable("too-many-values");
        }
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
    }

    private void json(String text) {
        if (text.isBlank()) {
            return;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject object = reader.readObject();
            object.forEach(this::jsonValue);
        } catch (JsonException | IllegalStateException | StackOverflowError e) {
            throw unreadable("not-a-json-object");
        }
    }

    private void jsonValue(String name, JsonValue value) {
        switch (value.getValueType()) {
            case STRING -> add(name, ((JsonString) value).getString());
            case NUMBER, TRUE, FALSE -> add(name, value.toString());
            case ARRAY -> ((JsonArray) value).forEach(element -> jsonValue(name, element));
            case OBJECT -> throw Refusal.ofType(400, "nested-json", name);
            case NULL -> {
                // As if it had not been sent.
            }
        }
    }
}
