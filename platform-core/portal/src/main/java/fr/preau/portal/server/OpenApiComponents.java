package fr.preau.portal.server;

import fr.preau.portal.dispatch.SessionCookie;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;

/** What all operations of the OpenAPI description share: problems, and how one signs in. */
final class OpenApiComponents {

    private static final Map<String, String> PROBLEMS =
            Map.of(
                    "SignInNeeded",
                    "Il faut se connecter. Une page mène alors à /sign-in.",
                    "Forbidden",
                    "Cette page n’est pas pour ce profil, ou le formulaire ne vient pas de Préau.",
                    "NotFound",
                    "Rien ne se trouve à cette adresse.",
                    "Invalid",
                    "Ce qui a été envoyé n’est pas correct ; errors le dit champ par champ.",
                    "Problem",
                    "Un refus ou une erreur (RFC 9457).");

    private OpenApiComponents() {}

    static JsonObjectBuilder info() {
        return Json.createObjectBuilder()
                .add("title", "Préau")
                .add("version", "0.1.0")
                .add(
                        "description",
                        "Chaque page du portail et de ses modules, en HTML ou en JSON selon"
                                + " l’en-tête Accept.")
                .add(
                        "license",
                        Json.createObjectBuilder()
                                .add("name", "EUPL-1.2")
                                .add("identifier", "EUPL-1.2"));
    }

    static JsonObject response(String name) {
        return ref("responses", name);
    }

    private static JsonObject ref(String kind, String name) {
        return Json.createObjectBuilder().add("$ref", "#/components/" + kind + "/" + name).build();
    }

    /** Either of them will do. */
    static JsonArrayBuilder security() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("bearer", Json.createArrayBuilder()))
                .add(Json.createObjectBuilder().add("cookie", Json.createArrayBuilder()));
    }

    static JsonObjectBuilder all(JsonObjectBuilder schemas) {
        return Json.createObjectBuilder()
                .add("schemas", schemas.add("Problem", problem()))
                .add("responses", responses())
                .add(
                        "securitySchemes",
                        Json.createObjectBuilder()
                                .add(
                                        "bearer",
                                        Json.createObjectBuilder()
                                                .add("type", "http")
                                                .add("scheme", "bearer")
                                                .add("bearerFormat", "JWT"))
                                .add(
                                        "cookie",
                                        Json.createObjectBuilder()
                                                .add("type", "apiKey")
                                                .add("in", "cookie")
                                                .add("name", SessionCookie.NAME)));
    }

    private static JsonObjectBuilder responses() {
        JsonObjectBuilder responses = Json.createObjectBuilder();
        new TreeMap<>(PROBLEMS).forEach((name, words) -> responses.add(name, problem(words)));
        responses.add("File", file());
        responses.add(
                "FileUnchanged",
                Json.createObjectBuilder()
                        .add("description", "Le fichier est celui que If-None-Match nomme"));
        return responses.add(
                "LeadsOn",
                Json.createObjectBuilder()
                        .add(
                                "description",
                                "C’est fait ; un navigateur continue à l’adresse donnée")
                        .add(
                                "headers",
                                Json.createObjectBuilder()
                                        .add(
                                                "Location",
                                                Json.createObjectBuilder()
                                                        .add("schema", type("string")))));
    }

    private static JsonObjectBuilder file() {
        return Json.createObjectBuilder()
                .add("description", "Le fichier, du type que son contenu a")
                .add(
                        "headers",
                        Json.createObjectBuilder()
                                .add(
                                        "ETag",
                                        Json.createObjectBuilder().add("schema", type("string")))
                                .add(
                                        "Content-Disposition",
                                        Json.createObjectBuilder().add("schema", type("string"))))
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "*/*",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "schema",
                                                        type("string").add("format", "binary"))));
    }

    private static JsonObjectBuilder problem(String words) {
        JsonObjectBuilder schema =
                Json.createObjectBuilder().add("schema", ref("schemas", "Problem"));
        return Json.createObjectBuilder()
                .add("description", words)
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add("application/problem+json", schema)
                                .add(
                                        "text/html",
                                        Json.createObjectBuilder().add("schema", type("string"))));
    }

    private static JsonObjectBuilder problem() {
        return type("object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("type", type("string"))
                                .add("title", type("string"))
                                .add("status", type("integer"))
                                .add("detail", type("string"))
                                .add("reference", type("string"))
                                .add(
                                        "errors",
                                        type("object")
                                                .add(
                                                        "additionalProperties",
                                                        type("array")
                                                                .add("items", type("string")))))
                .add(
                        "required",
                        Json.createArrayBuilder()
                                .add("type")
                                .add("title")
                                .add("status")
                                .add("detail"));
    }

    private static JsonObjectBuilder type(String name) {
        return Json.createObjectBuilder().add("type", name);
    }
}
