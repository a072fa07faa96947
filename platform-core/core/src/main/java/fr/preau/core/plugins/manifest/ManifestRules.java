package fr.preau.core.plugins.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.plugin.Permission;
import fr.preau.api.plugin.PluginApi;
import fr.preau.core.tenancy.CollegeOpening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What a schema can't say of a manifest: how its parts belong together. */
final class ManifestRules {

    /** The host publishes facts under this name: no module may speak for the Département. */
    private static final String HOST = "departement";

    /** Where a manifest says what the module is at the Département's own place. */
    private static final String DEPARTEMENT = "/departement";

    private final JsonNode json;
    private final String id;
    private final List<ManifestMistake> broken = new ArrayList<>();

    /**
     * @param json of the right shape
     */
    ManifestRules(JsonNode json) {
        this.json = json;
        this.id = json.get("id").textValue();
    }

    List<ManifestMistake> broken() {
        id();
        api();
        permissions();
        ownNames("/services/offers");
        ownNames("/events/publishes");
        served("", "cards");
        served("", "menu");
        served(DEPARTEMENT, "cards");
        served(DEPARTEMENT, "menu");
        notices();
        settings();
        jobs("");
        jobs(DEPARTEMENT);
        tables();
        unique("name", "/permissions");
        unique("key", "/settings");
        unique("id", "/cards", DEPARTEMENT + "/cards");
        unique("id", "/jobs", DEPARTEMENT + "/jobs");
        unique("id", "/notices");
        unique("name", "/services/uses");
        broken.sort(Comparator.comparingInt(ManifestMistake::line));
        return broken;
    }

    private void wrong(JsonNode node, String place, String message) {
        broken.add(new ManifestMistake(ManifestReading.lineOf(node), place, message));
    }

    /** A module owns all tables that begin with its id, so none of Préau's own may. */
    private void id() {
        if (id.equals(HOST)) {
            wrong(json.get("id"), "/id", "« %s » is the name of the host itself".formatted(HOST));
        }
        String prefix = PluginManifest.tablePrefix(id);
        CollegeOpening.tables().stream()
                .filter(table -> table.startsWith(prefix))
                .findFirst()
                .ifPresent(
                        table ->
                                wrong(
                                        json.get("id"),
                                        "/id",
                                        "a table of Préau itself is called « %s »"
                                                .formatted(table)));
    }

    private void api() {
        JsonNode node = json.get("api");
        try {
            VersionRange range = VersionRange.valueOf(node.textValue());
            if (range.isEmpty()) {
                wrong(node, "/api", "no version is in " + range);
            } else if (!range.includes(Version.parseVersion(PluginApi.VERSION))) {
                wrong(node, "/api", "version " + PluginApi.VERSION + " runs here");
            }
        } catch (IllegalArgumentException e) {
            wrong(node, "/api", "« " + node.textValue() + " » is not a range like [1.0,2)");
        }
    }

    private void permissions() {
        int number = 0;
        for (JsonNode asked : json.path("permissions")) {
            String place = "/permissions/" + number++;
            String name = asked.get("name").textValue();
            if (Permission.ofCode(name).isEmpty()) {
                wrong(
                        asked.get("name"),
                        place + "/name",
                        "no permission is called « %s »; there are %s"
                                .formatted(
                                        name,
                                        Arrays.stream(Permission.values())
                                                .map(Permission::code)
                                                .collect(Collectors.joining(", "))));
            }
            boolean network = name.equals(Permission.NETWORK.code());
            if (network != asked.has("hosts")) {
                wrong(
                        asked,
                        place,
                        network
                                ? "the permission network names its hosts"
                                : "only the permission network has hosts");
            }
        }
    }

    private void ownNames(String place) {
        int number = 0;
        for (JsonNode name : json.at(place)) {
            if (!name.textValue().startsWith(id + ".")) {
                wrong(
                        name,
                        place + "/" + number,
                        "« %s » does not begin with « %s. »".formatted(name.textValue(), id));
            }
            number++;
        }
    }

    /**
     * @param place empty for collèges
     */
    private void served(String place, String part) {
        served(texts(json.at(place + "/profiles")), place + "/" + part);
    }

    /** Who is told something is served somewhere. */
    private void notices() {
        Set<String> served = texts(json.get("profiles"));
        served.addAll(texts(json.at(DEPARTEMENT + "/profiles")));
        served(served, "/notices");
    }

    private void served(Set<String> served, String part) {
        int number = 0;
        for (JsonNode entry : json.at(part)) {
            Set<String> others = texts(entry.path("profiles"));
            others.removeAll(served);
            if (!others.isEmpty()) {
                wrong(
                        entry.get("profiles"),
                        part + "/" + number + "/profiles",
                        "the module does not serve " + String.join(", ", others));
            }
            number++;
        }
    }

    private void settings() {
        int number = 0;
        for (JsonNode node : json.path("settings")) {
            DeclaredSetting setting = ManifestRecords.setting(node);
            if (setting.mistake(setting.standard()).isPresent()) {
                wrong(
                        node.get("default"),
                        "/settings/" + number + "/default",
                        "« %s » can't be chosen itself".formatted(setting.standard()));
            }
            number++;
        }
    }

    private void jobs(String place) {
        int number = 0;
        for (JsonNode job : json.at(place + "/jobs")) {
            JsonNode every = job.get("every");
            if (every != null && tooOften(every.textValue())) {
                wrong(
                        every,
                        place + "/jobs/" + number + "/every",
                        "a job runs once a minute at most");
            }
            number++;
        }
    }

    private static boolean tooOften(String every) {
        return every.equals("PT") || Duration.parse(every).toMinutes() < 1;
    }

    private void tables() {
        int number = 0;
        for (JsonNode table : json.path("tables")) {
            if (!table.textValue().startsWith(PluginManifest.tablePrefix(id))) {
                wrong(
                        table,
                        "/tables/" + number,
                        "« %s » does not begin with « %s »"
                                .formatted(table.textValue(), PluginManifest.tablePrefix(id)));
            }
            number++;
        }
    }

    /** Whether no two entries of all these lists have the same name. */
    private void unique(String key, String... lists) {
        Set<String> seen = new HashSet<>();
        for (String list : lists) {
            int number = 0;
            for (JsonNode entry : json.at(list)) {
                JsonNode name = entry.get(key);
                if (!seen.add(name.textValue())) {
                    wrong(
                            name,
                            list + "/" + number + "/" + key,
                            "« %s » is there twice".formatted(name.textValue()));
                }
                number++;
            }
        }
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(node -> texts.add(node.textValue()));
        return texts;
    }
}
