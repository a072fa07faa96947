package fr.preau.portal.server;

import fr.preau.api.route.Method;
import fr.preau.api.route.PathTemplate;
import fr.preau.api.route.Route;
import fr.preau.api.school.Profile;
import fr.preau.core.routes.InputBinder;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The OpenAPI description of all routes that answer at this moment, the modules' included. */
final class OpenApiDocument {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data";

    private final RecordSchemas schemas = new RecordSchemas();
    private final Map<String, JsonObjectBuilder> paths = new TreeMap<>();
    private final JsonArrayBuilder tags = Json.createArrayBuilder();

    private OpenApiDocument() {}

    /**
     * @param modules the routes of each module, by its id
     */
    static String of(List<Route<?, ?>> portal, Map<String, List<Route<?, ?>>> modules) {
        OpenApiDocument document = new OpenApiDocument();
        document.add("", "portal", portal);
        new TreeMap<>(modules).forEach((id, routes) -> document.addModule(id, routes));
        return document.build();
    }

    /** The same address may be one thing at a collège and another at the Département. */
    private void addModule(String id, List<Route<?, ?>> routes) {
        Map<Boolean, List<Route<?, ?>>> places =
                routes.stream()
                        .collect(Collectors.partitioningBy(route -> route.callers().departement()));
        add("/c/{college}/" + id, id, places.getOrDefault(false, List.of()));
        describe("/c/departement/" + id, id, places.getOrDefault(true, List.of()));
    }

    private void add(String base, String tag, List<Route<?, ?>> routes) {
        tags.add(Json.createObjectBuilder().add("name", tag));
        describe(base, tag, routes);
    }

    private void describe(String base, String tag, List<Route<?, ?>> routes) {
        for (Route<?, ?> route : routes) {
            boolean bare = route.path().segments().isEmpty() && !base.isEmpty();
            String path = bare ? base : base + route.path();
            paths.computeIfAbsent(path, p -> Json.createObjectBuilder())
                    .add(verb(route), operation(path, tag, route));
        }
    }

    private static String verb(Route<?, ?> route) {
        return route.method().name().toLowerCase(Locale.ROOT);
    }

    private JsonObject operation(String path, String tag, Route<?, ?> route) {
        Set<String> holes = holes(path);
        JsonObjectBuilder operation =
                Json.createObjectBuilder()
                        .add("operationId", verb(route) + path.replaceAll("[^A-Za-z0-9]+", "_"))
                        .add("tags", Json.createArrayBuilder().add(tag))
                        .add("x-preau-callers", callers(route))
                        .add("parameters", parameters(route, holes))
                        .add("responses", responses(route, !holes.isEmpty()));
        if (hasBody(route)) {
            operation.add("requestBody", body(route, holes));
        }
        if (route.callers().visitors()) {
            operation.add("security", Json.createArrayBuilder());
        }
        return operation.build();
    }

    private static Set<String> holes(String path) {
        return PathTemplate.split(path).stream()
                .filter(PathTemplate::isHole)
                .map(hole -> hole.substring(1, hole.length() - 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A DELETE names all it needs in its address. */
    private static boolean hasBody(Route<?, ?> route) {
        return !route.method().isSafe() && route.method() != Method.DELETE;
    }

    /** Of staff the functions, where not all of them may call. */
    private static JsonArrayBuilder callers(Route<?, ?> route) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        if (route.callers().visitors()) {
            list.add("VISITOR");
        }
        new TreeSet<>(route.callers().profiles())
                .forEach(
                        profile -> {
                            boolean some =
                                    profile == Profile.STAFF
                                            && !route.callers().functions().isEmpty();
                            if (some) {
                                new TreeSet<>(route.callers().functions())
                                        .forEach(function -> list.add("STAFF:" + function.name()));
                            } else {
                                list.add(profile.name());
                            }
                        });
        return list;
    }

    private JsonArrayBuilder parameters(Route<?, ?> route, Set<String> holes) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        Map<String, RecordComponent> components = components(route);
        for (String hole : holes) {
            RecordComponent component = components.get(hole);
            list.add(
                    parameter(hole, "path", true)
                            .add(
                                    "schema",
                                    component == null
                                            ? Json.createObjectBuilder()
                                                    .add("type", "string")
                                                    .build()
                                            : schemas.input(component)));
        }
        if (!hasBody(route)) {
            for (RecordComponent component : route.input().getRecordComponents()) {
                if (!holes.contains(component.getName())) {
                    list.add(
                            parameter(
                                            component.getName(),
                                            "query",
                                            InputRules.isRequired(component))
                                    .add("schema", schemas.input(component)));
                }
            }
        }
        return list;
    }

    private static Map<String, RecordComponent> components(Route<?, ?> route) {
        return List.of(route.input().getRecordComponents()).stream()
                .collect(Collectors.toMap(RecordComponent::getName, component -> component));
    }

    private static JsonObjectBuilder parameter(String name, String in, boolean required) {
        return Json.createObjectBuilder().add("name", name).add("in", in).add("required", required);
    }

    private JsonObjectBuilder body(Route<?, ?> route, Set<String> holes) {
        JsonObject json = schemas.body(route.input(), holes);
        if (takesFiles(route)) {
            // What is chosen on a disk can't stand in JSON.
            return Json.createObjectBuilder()
                    .add("content", Json.createObjectBuilder().add(FILES, schema(withToken(json))));
        }
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add("application/json", schema(json))
                                .add(FORM, schema(withToken(json))));
    }

    private static boolean takesFiles(Route<?, ?> route) {
        return new InputBinder<>(route.input()).takesFiles();
    }

    /** What a form brings along that came with the cookie; see OwnForms. */
    private static JsonObject withToken(JsonObject form) {
        return Json.createObjectBuilder(form)
                .add(
                        "properties",
                        Json.createObjectBuilder(form.getJsonObject("properties"))
                                .add("_token", Json.createObjectBuilder().add("type", "string")))
                .build();
    }

    private static JsonObject schema(JsonObject schema) {
        return Json.createObjectBuilder().add("schema", schema).build();
    }

    private JsonObjectBuilder responses(Route<?, ?> route, boolean hasHoles) {
        JsonObjectBuilder responses = Json.createObjectBuilder();
        if (route.isFile()) {
            responses.add("200", OpenApiComponents.response("File"));
            responses.add("304", OpenApiComponents.response("FileUnchanged"));
        } else {
            responses.add("200", page(schemas.ref(route.page())));
        }
        if (!route.method().isSafe() && !route.isFile()) {
            responses.add("303", OpenApiComponents.response("LeadsOn"));
        }
        if (!route.callers().visitors()) {
            responses.add("401", OpenApiComponents.response("SignInNeeded"));
            responses.add("403", OpenApiComponents.response("Forbidden"));
        } else if (!route.method().isSafe()) {
            responses.add("401", OpenApiComponents.response("SignInNeeded"));
        }
        if (hasHoles) {
            responses.add("404", OpenApiComponents.response("NotFound"));
        }
        if (route.input().getRecordComponents().length > 0) {
            responses.add("422", OpenApiComponents.response("Invalid"));
        }
        return responses.add("default", OpenApiComponents.response("Problem"));
    }

    private static JsonObjectBuilder page(JsonObject schema) {
        return Json.createObjectBuilder()
                .add("description", "La page")
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add("application/json", schema(schema))
                                .add(
                                        "text/html",
                                        schema(
                                                Json.createObjectBuilder()
                                                        .add("type", "string")
                                                        .build())));
    }

    private String build() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        paths.forEach(all::add);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", OpenApiComponents.info())
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", "/")))
                .add("tags", tags)
                .add("security", OpenApiComponents.security())
                .add("paths", all)
                .add("components", OpenApiComponents.all(schemas.all()))
                .build()
                .toString();
    }
}
