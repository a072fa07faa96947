package fr.preau.core.plugins.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Profile;
import fr.preau.core.plugins.manifest.DeclaredNotice.Urgency;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.osgi.framework.VersionRange;

/** Makes records of a manifest that was found right. */
final class ManifestRecords {

    private static final int LONGEST_TEXT = 200;

    private final JsonNode json;

    ManifestRecords(JsonNode json) {
        this.json = json;
    }

    PluginManifest manifest() {
        return new PluginManifest(
                text("id"),
                text("version"),
                VersionRange.valueOf(text("api")),
                french(json, "titles").orElseThrow(),
                french(json, "description").orElseThrow(),
                publisher(json.get("publisher")),
                text("licence"),
                place(json),
                Optional.ofNullable(json.get("departement")).map(ManifestRecords::place),
                list("permissions", ManifestRecords::permission),
                texts("/services/offers"),
                list("/services/uses", ManifestRecords::used),
                texts("/events/publishes"),
                texts("/events/listens"),
                list("settings", ManifestRecords::setting),
                list("notices", ManifestRecords::notice),
                texts("/tables"));
    }

    private String text(String key) {
        return json.get(key).textValue();
    }

    private <T> List<T> list(String place, Function<JsonNode, T> each) {
        return list(place.startsWith("/") ? json.at(place) : json.path(place), each);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        List<T> list = new ArrayList<>();
        array.forEach(node -> list.add(each.apply(node)));
        return list;
    }

    private Set<String> texts(String place) {
        return new HashSet<>(list(place, JsonNode::textValue));
    }

    private static PlacePart place(JsonNode node) {
        return new PlacePart(
                profiles(node),
                list(node.path("cards"), ManifestRecords::card),
                list(node.path("menu"), ManifestRecords::menuEntry),
                list(node.path("jobs"), ManifestRecords::job));
    }

    private static DeclaredCard card(JsonNode node) {
        return new DeclaredCard(
                node.get("id").textValue(), profiles(node), node.path("asks").booleanValue());
    }

    private static Optional<String> optional(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).map(JsonNode::textValue);
    }

    private static Optional<String> french(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key)).map(words -> words.get("fr").textValue());
    }

    private static Publisher publisher(JsonNode node) {
        return new Publisher(
                node.get("name").textValue(), optional(node, "website"), optional(node, "contact"));
    }

    private static Set<Profile> profiles(JsonNode node) {
        Set<Profile> profiles = new HashSet<>();
        node.get("profiles").forEach(name -> profiles.add(Profile.valueOf(name.textValue())));
        return profiles;
    }

    private static AskedPermission permission(JsonNode node) {
        List<String> hosts = new ArrayList<>();
        node.path("hosts").forEach(host -> hosts.add(host.textValue()));
        return new AskedPermission(
                Permission.ofCode(node.get("name").textValue()).orElseThrow(),
                node.get("reason").textValue(),
                hosts);
    }

    private static UsedService used(JsonNode node) {
        return new UsedService(
                node.get("name").textValue(), node.get("presence").textValue().equals("required"));
    }

    private static DeclaredMenuEntry menuEntry(JsonNode node) {
        List<String> also = new ArrayList<>();
        node.path("also").forEach(place -> also.add(place.textValue()));
        return new DeclaredMenuEntry(
                node.get("text").textValue(),
                node.get("path").textValue(),
                also,
                profiles(node),
                optional(node, "settings").orElse(null));
    }

    private static DeclaredNotice notice(JsonNode node) {
        return new DeclaredNotice(
                node.get("id").textValue(),
                french(node, "titles").orElseThrow(),
                optional(node, "urgency")
                        .map(word -> Urgency.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Urgency.NORMAL),
                node.has("profiles") ? profiles(node) : Set.of(Profile.values()));
    }

    private static DeclaredJob job(JsonNode node) {
        String id = node.get("id").textValue();
        return optional(node, "every")
                .<DeclaredJob>map(every -> new DeclaredJob.Repeated(id, Duration.parse(every)))
                .orElseGet(
                        () ->
                                new DeclaredJob.Daily(
                                        id, LocalTime.parse(node.get("daily").textValue())));
    }

    static DeclaredSetting setting(JsonNode node) {
        List<DeclaredSetting.Option> choices = new ArrayList<>();
        node.path("choices")
                .forEach(
                        choice ->
                                choices.add(
                                        new DeclaredSetting.Option(
                                                choice.get("value").textValue(),
                                                french(choice, "titles").orElseThrow())));
        return new DeclaredSetting(
                node.get("key").textValue(),
                DeclaredSetting.Type.valueOf(node.get("type").textValue().toUpperCase(Locale.ROOT)),
                french(node, "titles").orElseThrow(),
                french(node, "help"),
                node.get("default").asText(),
                number(node, "minimum"),
                number(node, "maximum"),
                number(node, "longest").orElse(LONGEST_TEXT),
                choices);
    }

    private static OptionalInt number(JsonNode node, String key) {
        JsonNode number = node.get(key);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValue());
    }
}
