package fr.preau.portal.server;

import fr.preau.api.route.Route;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginHost;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OpenAPI description of all routes that answer at this moment, the plugins' included. */
final class OpenApiDocument {

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final RecordSchemas schemas = new RecordSchemas();
    private final Map<String, JsonObjectBuilder> paths = new TreeMap<>();

    static String of(List<Route<?, ?>> portal, PluginHost host) {
        OpenApiDocument document = new OpenApiDocument();
        portal.forEach(route -> document.add("", "portal", route));
        for (LivePlugin plugin : host.all()) {
            plugin.routes()
                    .routes()
                    .forEach(
                            route ->
                                    document.add(
                                            "/c/{college}/" + plugin.id(), plugin.id(), route));
        }
        return document.build();
    }

    private void add(String base, String tag, Route<?, ?> route) {
        String path =
                route.path().segments().isEmpty() && !base.isEmpty() ? base : base + route.path();
        paths.computeIfAbsent(path, p -> Json.createObjectBuilder())
                .add(route.method().name().toLowerCase(Locale.ROOT), operation(path, tag, route));
    }

    private JsonObject operation(String path, String tag, Route<?, ?> route) {
        List<String> holes = new ArrayList<>();
        Matcher matcher = HOLE.matcher(path);
        while (matcher.find()) {
            holes.add(matcher.group(1));
        }
        JsonObjectBuilder operation =
                Json.createObjectBuilder()
                        .add("tags", Json.createArrayBuilder().add(tag))
                        .add("x-preau-callers", callers(route))
                        .add("parameters", parameters(route, holes));
        if (!route.method().isSafe()) {
            operation.add("requestBody", body(route));
        }
        return operation
                .add(
                        "responses",
                        Json.createObjectBuilder()
                                .add("200", answer("application/json", schemas.ref(route.page())))
                                .add("default", problem()))
                .build();
    }

    private static JsonArrayBuilder callers(Route<?, ?> route) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        if (route.callers().visitors()) {
            list.add("VISITOR");
        }
        new TreeSet<>(route.callers().profiles()).forEach(profile -> list.add(profile.name()));
        return list;
    }

    private JsonArrayBuilder parameters(Route<?, ?> route, List<String> holes) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String hole : holes) {
            list.add(
                    Json.createObjectBuilder()
                            .add("name", hole)
                            .add("in", "path")
                            .add("required", true)
                            .add("schema", Json.createObjectBuilder().add("type", "string")));
        }
        if (route.method().isSafe()) {
            for (var component : route.input().getRecordComponents()) {
                if (!holes.contains(component.getName())) {
                    list.add(
                            Json.createObjectBuilder()
                                    .add("name", component.getName())
                                    .add("in", "query")
                                    .add("schema", schemas.of(component.getGenericType())));
                }
            }
        }
        return list;
    }

    private JsonObjectBuilder body(Route<?, ?> route) {
        JsonObject schema =
                Json.createObjectBuilder().add("schema", schemas.ref(route.input())).build();
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add("application/json", schema)
                                .add("application/x-www-form-urlencoded", schema));
    }

    private static JsonObjectBuilder answer(String type, JsonObject schema) {
        return Json.createObjectBuilder()
                .add("description", "La page")
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(type, Json.createObjectBuilder().add("schema", schema)));
    }

    private static JsonObjectBuilder problem() {
        return Json.createObjectBuilder()
                .add("description", "Un refus ou une erreur (RFC 9457)")
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/problem+json",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "schema",
                                                        Json.createObjectBuilder()
                                                                .add("type", "object"))));
    }

    private String build() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        paths.forEach(all::add);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        Json.createObjectBuilder().add("title", "Préau").add("version", "0.1.0"))
                .add("paths", all)
                .add(
                        "components",
                        Json.createObjectBuilder()
                                .add("schemas", schemas.all())
                                .add(
                                        "securitySchemes",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "bearer",
                                                        Json.createObjectBuilder()
                                                                .add("type", "http")
                                                                .add("scheme", "bearer")
                                                                .add("bearerFormat", "JWT"))))
                .add(
                        "security",
                        Json.createArrayBuilder()
                                .add(
                                        Json.createObjectBuilder()
                                                .add("bearer", Json.createArrayBuilder())))
                .build()
                .toString();
    }
}
