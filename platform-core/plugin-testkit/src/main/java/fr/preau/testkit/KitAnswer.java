package fr.preau.testkit;

import fr.preau.core.routes.RecordJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a call came to: the page record as JSON, and the page as people see it. */
public final class KitAnswer {

    private static final String PROBLEM = "urn:preau:problem:";

    private final String call;
    private final PlayedResponse response;
    private final int statements;
    private final Supplier<KitAnswer> asPage;

    /**
     * @param call as a message names it
     * @param asPage the same for a browser
     */
    KitAnswer(String call, PlayedResponse response, int statements, Supplier<KitAnswer> asPage) {
        this.call = call;
        this.response = response;
        this.statements = statements;
        this.asPage = asPage;
    }

    /** The HTTP status. */
    public int status() {
        return response.status();
    }

    /** A header of the answer; null where it is not there. */
    public @Nullable String header(String name) {
        return response.header(name);
    }

    /** The page record as programs get it. */
    public JsonObject json() {
        JsonValue value = RecordJson.parse(response.text());
        if (!(value instanceof JsonObject object)) {
            throw new KitFailure(this + " is no JSON object");
        }
        return object;
    }

    /**
     * The page record, read from its JSON into the test's own copy of the class: the module's is in
     * its bundle, where no test sees it.
     */
    public <P> P as(Class<P> page) {
        requireDone();
        try (RecordJson json = new RecordJson()) {
            return page.cast(Objects.requireNonNull(json.read(response.text(), page)));
        }
    }

    private void requireDone() {
        if (status() >= 400) {
            throw new KitFailure(this + ": " + response.text());
        }
    }

    /**
     * The whole page as a browser shows it. What was asked as a program is asked again; what
     * changed something is not: ask it with {@link Visitor#inBrowser}.
     */
    public String html() {
        return isHtml() ? response.text() : asPage.get().html();
    }

    private boolean isHtml() {
        String type = header("Content-Type");
        return type != null && type.startsWith("text/html");
    }

    /** The bytes of a file that was sent. */
    public byte[] bytes() {
        return response.bytes();
    }

    /** Where a browser goes on to, below the module; null where it stays. */
    public @Nullable String location() {
        String location = header("Location");
        return location == null ? null : location.replaceFirst("^/c/[^/]+/[^/]+", "");
    }

    /** How many SQL statements it took, all those of the host included. */
    public int statements() {
        return statements;
    }

    /** Why it was refused, for programs. */
    public Problem problem() {
        JsonObject json = json();
        return new Problem(
                json.getInt("status", status()),
                json.getString("type", "").replace(PROBLEM, ""),
                json.getString("title", ""),
                json.getString("detail", ""));
    }

    /** What is wrong with the input, by field; under an empty name what concerns all of it. */
    public Map<String, List<String>> violations() {
        JsonObject errors = json().getJsonObject("errors");
        Map<String, List<String>> violations = new LinkedHashMap<>();
        if (errors != null) {
            errors.forEach((field, messages) -> violations.put(field, texts(messages)));
        }
        return violations;
    }

    private static List<String> texts(JsonValue messages) {
        return ((JsonArray) messages).getValuesAs(JsonString::getString);
    }

    @Override
    public String toString() {
        return call + " → " + status();
    }
}
