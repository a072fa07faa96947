package fr.preau.liberty;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Talks to the running demo as any program may. */
final class DemoClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String password;
    private Optional<String> operator = Optional.empty();

    DemoClient(URI address, String password) {
        this.address = address;
        this.password = password;
    }

    /** Whether this account exists by now. */
    boolean canSignIn(String login) throws InterruptedException {
        return token(login).isPresent();
    }

    /** What the console of the Département says, unless it can't say it now. */
    Optional<ImportCount> imports(int all) throws InterruptedException {
        Optional<JsonObject> page = colleges();
        if (page.isEmpty()) {
            // The token ends after a quarter of an hour: the next call signs in again.
            operator = Optional.empty();
        }
        return page.map(colleges -> colleges.getJsonObject("totals"))
                .map(
                        totals ->
                                new ImportCount(
                                        totals.getInt("imported"),
                                        totals.getInt("refused"),
                                        all,
                                        totals.getInt("pupils")));
    }

    private Optional<JsonObject> colleges() throws InterruptedException {
        if (operator.isEmpty()) {
            operator = token("departement");
        }
        return operator.flatMap(token -> get("/departement/colleges", token));
    }

    /**
     * Writes a message to everybody of these audiences, once however often it is asked for.
     *
     * @param audience {@code guardians} or {@code pupils}
     * @param className as in {@code 5eF}
     */
    void write(
            String login,
            String college,
            String audience,
            String className,
            String subject,
            String text)
            throws InterruptedException {
        String token =
                token(login).orElseThrow(() -> new IllegalStateException(login + " is not let in"));
        String messages = "/c/" + college + "/communication/messages";
        for (JsonObject group : groups(messages + "/recipients", token, className)) {
            if (group.getString("code").startsWith(audience + ":")
                    && group.getString("name").equals(className)) {
                UUID key =
                        UUID.nameUUIDFromBytes((login + subject).getBytes(StandardCharsets.UTF_8));
                post(messages, token, letter(group.getString("code"), subject, text, key));
            }
        }
    }

    /** The groups to choose from once a class is chosen. */
    private List<JsonObject> groups(String recipients, String token, String className) {
        return objects(get(recipients, token), "classes").stream()
                .filter(schoolClass -> schoolClass.getString("name").equals(className))
                .map(schoolClass -> get(recipients + "?in=" + schoolClass.getString("id"), token))
                .flatMap(page -> objects(page, "groups").stream())
                .toList();
    }

    private static List<JsonObject> objects(Optional<JsonObject> page, String name) {
        return page.map(p -> p.getJsonArray(name).getValuesAs(JsonObject.class)).orElse(List.of());
    }

    /** The class of the child that a guardian has at a collège. */
    Optional<String> childsClass(String guardian, String college) throws InterruptedException {
        return token(guardian)
                .flatMap(token -> get("/", token))
                .flatMap(
                        accueil ->
                                objects(Optional.of(accueil), "children").stream()
                                        .filter(c -> c.getString("college").equals(college))
                                        .map(child -> child.getString("className"))
                                        .findFirst());
    }

    private static JsonObject letter(String to, String subject, String text, UUID key) {
        return Json.createObjectBuilder()
                .add("to", Json.createArrayBuilder(List.of(to)))
                .add("subject", subject)
                .add("text", text)
                .add("key", key.toString())
                .build();
    }

    /**
     * Fills in a form of the Département's place as its operator.
     *
     * @param path below its place, as in {@code canteen/rules/2026}
     * @return whether it was taken
     */
    boolean fillIn(String path, Map<String, String> fields, String... days)
            throws InterruptedException {
        JsonObjectBuilder form = Json.createObjectBuilder();
        fields.forEach(form::add);
        if (days.length > 0) {
            form.add("days", Json.createArrayBuilder(List.of(days)));
        }
        String token =
                token("departement")
                        .orElseThrow(() -> new IllegalStateException("no operator is let in"));
        return post("/c/departement/" + path, token, form.build()).isPresent();
    }

    /** What a page says to somebody. */
    JsonObject read(String login, String path) {
        try {
            String token =
                    token(login)
                            .orElseThrow(() -> new IllegalStateException(login + " is not let in"));
            return get(path, token)
                    .orElseThrow(() -> new IllegalStateException("nothing to read at " + path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * Sends a form as somebody.
     *
     * @param fields each a text or a list of texts
     * @return whether it was taken
     */
    boolean write(String login, String path, Map<String, Object> fields)
            throws InterruptedException {
        String token =
                token(login).orElseThrow(() -> new IllegalStateException(login + " is not let in"));
        return post(path, token, Json.createObjectBuilder(fields).build()).isPresent();
    }

    private Optional<String> token(String login) throws InterruptedException {
        JsonObject credentials =
                Json.createObjectBuilder().add("login", login).add("password", password).build();
        return post("/sign-in", "", credentials)
                .filter(answer -> answer.containsKey("token"))
                .map(answer -> answer.getString("token"));
    }

    private Optional<JsonObject> get(String path, String token) {
        try {
            return send(request(path, token).GET());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<JsonObject> post(String path, String token, JsonObject body)
            throws InterruptedException {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Optional<JsonObject> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return Optional.of(reader.readObject());
            }
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
    }
}
