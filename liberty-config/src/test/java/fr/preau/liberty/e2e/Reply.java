package fr.preau.liberty.e2e;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Préau answered. */
record Reply(HttpResponse<String> response) {

    private static final Pattern STATEMENTS = Pattern.compile("sql;desc=\"(\\d+)\"");

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body()))) {
            return reader.readObject();
        }
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    List<String> cookies() {
        return response.headers().allValues("Set-Cookie");
    }

    /** How many SQL statements the answer took. */
    int statements() {
        return Integer.parseInt(
                header("Server-Timing").flatMap(text -> first(STATEMENTS, text)).orElseThrow());
    }

    /** The token that the forms of this page bring back. */
    String formToken() {
        return first(FORM_TOKEN, body()).orElseThrow();
    }

    /** The value of a hidden field, as a browser would send it. */
    Optional<String> hidden(String name) {
        Pattern field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"");
        return first(field, body())
                .map(value -> value.replace("&#34;", "\"").replace("&amp;", "&"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
