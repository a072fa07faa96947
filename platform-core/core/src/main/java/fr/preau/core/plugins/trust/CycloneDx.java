package fr.preau.core.plugins.trust;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the components of a bill of materials in the format CycloneDX, as JSON. */
final class CycloneDx {

    private static final int MOST = 10_000;

    private CycloneDx() {}

    /** All of them, those inside others too. */
    static List<BillOfMaterials.Component> components(byte[] json) throws IOException {
        JsonObject bill = object(json);
        if (!"CycloneDX".equals(bill.getString("bomFormat", ""))) {
            throw new IOException("is not in the format CycloneDX");
        }
        Deque<JsonObject> open = new ArrayDeque<>(children(bill));
        List<BillOfMaterials.Component> found = new ArrayList<>();
        while (!open.isEmpty()) {
            JsonObject each = open.remove();
            found.add(component(each));
            if (found.size() > MOST) {
                throw new IOException("lists more than " + MOST + " components");
            }
            open.addAll(children(each));
        }
        return found;
    }

    private static JsonObject object(byte[] json) throws IOException {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // Not only JsonException: Parsson throws the bare type when brackets nest too deep.
            throw new IOException("is no JSON that can be read: " + e.getMessage(), e);
        }
    }

    private static List<JsonObject> children(JsonObject of) {
        return array(of, "components").getValuesAs(JsonObject.class);
    }

    private static JsonArray array(JsonObject of, String key) {
        return of.containsKey(key) ? of.getJsonArray(key) : JsonArray.EMPTY_JSON_ARRAY;
    }

    private static BillOfMaterials.Component component(JsonObject json) throws IOException {
        String name = text(json, "name");
        if (name.isEmpty()) {
            throw new IOException("has a component without a name");
        }
        List<String> licences = new ArrayList<>();
        for (JsonObject choice : array(json, "licenses").getValuesAs(JsonObject.class)) {
            licence(choice).ifPresent(licences::add);
        }
        return new BillOfMaterials.Component(
                text(json, "group"), name, text(json, "version"), licences);
    }

    private static Optional<String> licence(JsonObject choice) {
        if (!choice.containsKey("license")) {
            return Optional.of(text(choice, "expression")).filter(text -> !text.isEmpty());
        }
        JsonObject licence = choice.getJsonObject("license");
        return Optional.of(text(licence, "id"))
                .filter(id -> !id.isEmpty())
                .or(() -> Optional.of(text(licence, "name")).filter(name -> !name.isEmpty()));
    }

    private static String text(JsonObject json, String key) {
        return json.containsKey(key) ? Shown.text(json.getJsonString(key).getString()) : "";
    }
}
