package fr.preau.portal.server;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records, each once. */
final class RecordSchemas {

    private final Map<String, @Nullable JsonObject> byName = new TreeMap<>();

    JsonObject ref(Class<?> type) {
        String name = type.getName().replace('$', '.');
        if (!byName.containsKey(name)) {
            byName.put(name, null);
            byName.put(name, object(type));
        }
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name).build();
    }

    private JsonObject object(Class<?> type) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        for (var component : type.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonbTransient.class)) {
                properties.add(component.getName(), of(component.getGenericType()));
            }
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .build();
    }

    JsonObject of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return Json.createObjectBuilder().build();
        }
        if (plain.isEnum()) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            for (Object constant : plain.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return Json.createObjectBuilder().add("type", "string").add("enum", names).build();
        }
        return simple(plain);
    }

    private JsonObject generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            return Json.createObjectBuilder()
                    .add("type", "array")
                    .add("items", of(type.getActualTypeArguments()[0]))
                    .build();
        }
        return raw.isRecord() ? ref(raw) : text("object", null);
    }

    private JsonObject simple(Class<?> type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return text("integer", null);
        }
        if (type == boolean.class || type == Boolean.class) {
            return text("boolean", null);
        }
        if (type == UUID.class || type == PersonId.class || type == ClassId.class) {
            return text("string", "uuid");
        }
        if (type == Instant.class) {
            return text("string", "date-time");
        }
        if (type == LocalDate.class) {
            return text("string", "date");
        }
        if (type.isRecord() && type != Uai.class) {
            return ref(type);
        }
        return text(type == Object.class ? "object" : "string", null);
    }

    private static JsonObject text(String type, @Nullable String format) {
        JsonObjectBuilder schema = Json.createObjectBuilder().add("type", type);
        if (format != null) {
            schema.add("format", format);
        }
        return schema.build();
    }

    JsonObjectBuilder all() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        byName.forEach(
                (name, schema) -> {
                    if (schema != null) {
                        all.add(name, schema);
                    }
                });
        return all;
    }
}
