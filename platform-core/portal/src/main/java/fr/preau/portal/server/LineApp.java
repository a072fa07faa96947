package fr.preau.portal.server;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** What a tablet installs of the line of a canteen: one page, which also opens without network. */
final class LineApp {

    private LineApp() {}

    /**
     * @param slug of the collège
     */
    static String manifest(String slug) {
        String page = "/c/" + slug + "/canteen/line";
        return Json.createObjectBuilder()
                .add("name", "Passage en salle")
                .add("short_name", "Passage")
                .add("lang", "fr")
                .add("id", page)
                .add("start_url", page)
                .add("scope", page)
                .add("display", "standalone")
                .add("background_color", "#f6f4ee")
                .add("theme_color", "#1f5f7a")
                .add(
                        "icons",
                        Json.createArrayBuilder()
                                .add(icon("/assets/icon-192.png", "192x192"))
                                .add(icon("/assets/icon-512.png", "512x512")))
                .build()
                .toString();
    }

    private static JsonObjectBuilder icon(String source, String sizes) {
        return Json.createObjectBuilder()
                .add("src", source)
                .add("sizes", sizes)
                .add("type", "image/png")
                .add("purpose", "any maskable");
    }
}
