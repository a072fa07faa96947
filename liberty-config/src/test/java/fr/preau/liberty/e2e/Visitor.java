package fr.preau.liberty.e2e;

import fr.preau.liberty.InventedDeliveries;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Someone who calls Préau over HTTP: nobody known, a program with a bearer token, or a browser with
 * a cookie.
 *
 * @param headers sent with every request
 */
record Visitor(URI node, Map<String, String> headers) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Visitor {
        headers = Map.copyOf(headers);
    }

    static Visitor at(URI node) {
        return new Visitor(node, Map.of());
    }

    /** The same visitor, who now calls another node. */
    Visitor movedTo(URI other) {
        return new Visitor(other, headers);
    }

    Visitor withToken(String login) {
        Reply reply = typed(login, InventedDeliveries.PASSWORD);
        return new Visitor(
                node, Map.of("Authorization", "Bearer " + reply.json().getString("token")));
    }

    Visitor withCookie(String login) {
        Reply reply = typedInForm(login, InventedDeliveries.PASSWORD);
        return carrying(reply.cookies().get(0).split(";", 2)[0]);
    }

    Visitor carrying(String cookie) {
        return new Visitor(node, Map.of("Cookie", cookie));
    }

    /** The same visitor, who has been given what an answer leaves for the next page. */
    Visitor after(Reply reply) {
        String all =
                Stream.concat(
                                Stream.ofNullable(headers.get("Cookie")),
                                reply.cookies().stream().map(cookie -> cookie.split(";", 2)[0]))
                        .collect(Collectors.joining("; "));
        return carrying(all);
    }

    /** Signs in as a program does. */
    Reply typed(String login, String password) {
        return json(
                "POST",
                "/sign-in",
                Json.createObjectBuilder()
                        .add("login", login)
                        .add("password", password)
                        .build()
                        .toString());
    }

    /** Signs in as the form of the sign-in page does. */
    Reply typedInForm(String login, String password) {
        return form("/sign-in", Map.of("login", login, "password", password));
    }

    /** A page as a record. */
    Reply get(String address) {
        return send(to(address).header("Accept", "application/json").GET());
    }

    /** A page as a person sees it. */
    Reply page(String address) {
        return send(to(address).header("Accept", "text/html").GET());
    }

    Reply json(String method, String address, String body) {
        return send(
                to(address)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    Reply form(String address, Map<String, String> fields) {
        return form(address, fields, List.of());
    }

    /**
     * A form with a field that is sent several times.
     *
     * @param more names and values besides
     */
    Reply form(String address, Map<String, String> fields, List<Map.Entry<String, String>> more) {
        return send(formRequest(address, Stream.concat(fields.entrySet().stream(), more.stream())));
    }

    /** A form that a page of another site makes the browser send. */
    Reply foreignForm(String origin, String address, Map<String, String> fields) {
        return send(formRequest(address, fields.entrySet().stream()).header("Origin", origin));
    }

    private HttpRequest.Builder formRequest(
            String address, Stream<Map.Entry<String, String>> fields) {
        String encoded =
                fields.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return to(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A form with a file, as a browser sends it. */
    Reply upload(String address, Map<String, String> fields, String name, Path file) {
        String boundary = "----of-a-form";
        List<byte[]> body = new ArrayList<>();
        fields.forEach(
                (field, value) ->
                        body.add(utf8(part(boundary, "name=\"" + field + "\"") + value + "\r\n")));
        String disposition = "name=\"" + name + "\"; filename=\"" + file.getFileName() + "\"";
        body.add(utf8(part(boundary, disposition)));
        try {
            body.add(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.add(utf8("\r\n--" + boundary + "--\r\n"));
        return send(
                to(address)
                        .header("Accept", "text/html")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArrays(body)));
    }

    private static String part(String boundary, String disposition) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A request that says only what is asked for. */
    HttpRequest.Builder to(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(node.resolve(address)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return request;
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of an answer that is no text. */
    InputStream stream(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everybody this visitor may write to at a collège, as the form would name them. */
    List<String> correspondents(String college) {
        return get("/c/" + college + "/communication/messages/new")
                .json()
                .getJsonArray("offered")
                .getValuesAs(jakarta.json.JsonObject.class)
                .stream()
                .flatMap(
                        circle ->
                                circle
                                        .getJsonArray("people")
                                        .getValuesAs(jakarta.json.JsonObject.class)
                                        .stream())
                .map(person -> person.getString("code"))
                .toList();
    }
}
