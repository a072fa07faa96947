package fr.preau.portal.server;

import fr.preau.api.files.FileId;
import fr.preau.api.files.Upload;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * JSON Schemas of records as they go out, each once: a list of lines is another one than a list.
 */
final class RecordSchemas {

    private static final Map<Class<?>, JsonObject> SIMPLE =
            Map.ofEntries(
                    Map.entry(int.class, integer("int32")),
                    Map.entry(Integer.class, integer("int32")),
                    Map.entry(long.class, integer("int64")),
                    Map.entry(Long.class, integer("int64")),
                    Map.entry(boolean.class, type("boolean").build()),
                    Map.entry(Boolean.class, type("boolean").build()),
                    Map.entry(double.class, type("number").build()),
                    Map.entry(Double.class, type("number").build()),
                    Map.entry(UUID.class, text("uuid")),
                    Map.entry(PersonId.class, text("uuid")),
                    Map.entry(ClassId.class, text("uuid")),
                    Map.entry(FileId.class, text("uuid")),
                    Map.entry(Upload.class, text("binary")),
                    Map.entry(Uai.class, type("string").build()),
                    Map.entry(Instant.class, text("date-time")),
                    Map.entry(LocalDate.class, text("date")),
                    Map.entry(
                            YearMonth.class,
                            type("string").add("pattern", "^\\d{4}-\\d{2}$").build()),
                    Map.entry(String.class, type("string").build()));

    private final Map<String, JsonObject> byName = new TreeMap<>();

    private static JsonObjectBuilder type(String name) {
        return Json.createObjectBuilder().add("type", name);
    }

    private static JsonObject integer(String format) {
        return type("integer").add("format", format).build();
    }

    private static JsonObject text(String format) {
        return type("string").add("format", format).build();
    }

    /** A reference to the schema of a record. */
    JsonObject ref(Class<?> record) {
        return ref(name(record), record, Map.of());
    }

    private JsonObject ref(String name, Class<?> record, Map<TypeVariable<?>, Type> arguments) {
        if (!byName.containsKey(name)) {
            // A record that holds itself finds its name here.
            byName.put(name, JsonValue.EMPTY_JSON_OBJECT);
            byName.put(name, page(record, arguments));
        }
        return Json.createObjectBuilder().add("$ref", "#/components/schemas/" + name).build();
    }

    private static String name(Class<?> type) {
        return type.getName().replace('$', '.');
    }

    /** What JSON-B writes: everything but what the record keeps for itself. */
    private JsonObject page(Class<?> record, Map<TypeVariable<?>, Type> arguments) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!component.getAccessor().isAnnotationPresent(JsonbTransient.class)) {
                properties.add(component.getName(), of(component.getGenericType(), arguments));
                if (component.getType().isPrimitive() || isNeverNull(component)) {
                    required.add(component.getName());
                }
            }
        }
        return object(properties, required);
    }

    /** Known where the package says that only what is marked can be null. */
    private static boolean isNeverNull(RecordComponent component) {
        return has(component.getDeclaringRecord().getPackage(), "NullMarked")
                && !has(component.getAnnotatedType(), "Nullable");
    }

    /** By name: a module brings these annotations from its own class loader, or not at all. */
    private static boolean has(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .map(found -> found.annotationType().getName())
                .anyMatch(("org.jspecify.annotations." + annotation)::equals);
    }

    /**
     * What may be sent, with what Jakarta Validation asks of it. A map stands for all names that
     * begin with its own and a dot.
     *
     * @param holes the components that stand in the address
     */
    JsonObject body(Class<?> input, Set<String> holes) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonObjectBuilder open = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (RecordComponent component : input.getRecordComponents()) {
            if (component.getType() == Map.class) {
                open.add("^" + component.getName() + "\\..+$", type("string"));
            } else if (!holes.contains(component.getName())) {
                properties.add(component.getName(), input(component));
                if (InputRules.isRequired(component)) {
                    required.add(component.getName());
                }
            }
        }
        JsonObject named = object(properties, required);
        JsonObject patterns = open.build();
        return patterns.isEmpty()
                ? named
                : Json.createObjectBuilder(named).add("patternProperties", patterns).build();
    }

    /** What one component of an input may be. */
    JsonObject input(RecordComponent component) {
        return InputRules.added(component, of(component.getGenericType(), Map.of()));
    }

    private static JsonObject object(JsonObjectBuilder properties, JsonArrayBuilder required) {
        JsonObjectBuilder schema = type("object").add("properties", properties);
        var names = required.build();
        return (names.isEmpty() ? schema : schema.add("required", names)).build();
    }

    private JsonObject of(Type type, Map<TypeVariable<?>, Type> arguments) {
        if (type instanceof TypeVariable<?> variable) {
            return of(arguments.getOrDefault(variable, Object.class), Map.of());
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], arguments);
        }
        if (type instanceof ParameterizedType generic) {
            return generic(generic, arguments);
        }
        return type instanceof Class<?> plain ? plain(plain) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private JsonObject generic(ParameterizedType type, Map<TypeVariable<?>, Type> arguments) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] actual = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            JsonObjectBuilder array = type("array").add("items", of(actual[0], arguments));
            return (Set.class.isAssignableFrom(raw) ? array.add("uniqueItems", true) : array)
                    .build();
        }
        if (Map.class.isAssignableFrom(raw)) {
            return type("object").add("additionalProperties", of(actual[1], arguments)).build();
        }
        if (!raw.isRecord()) {
            return type("object").build();
        }
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        for (int i = 0; i < actual.length; i++) {
            own.put(
                    raw.getTypeParameters()[i],
                    actual[i] instanceof TypeVariable<?> outer
                            ? arguments.getOrDefault(outer, Object.class)
                            : actual[i]);
        }
        String of =
                Arrays.stream(raw.getTypeParameters())
                        .map(parameter -> own.getOrDefault(parameter, Object.class).getTypeName())
                        .map(name -> name.replaceAll("[^A-Za-z0-9.]+", "."))
                        .collect(Collectors.joining("_and_"));
        return ref(name(raw) + "_of_" + of, raw, own);
    }

    private JsonObject plain(Class<?> type) {
        JsonObject simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type == Object.class) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (type.isEnum()) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            for (Object constant : type.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return type("string").add("enum", names).build();
        }
        return type.isRecord() ? ref(type) : type("string").build();
    }

    JsonObjectBuilder all() {
        JsonObjectBuilder all = Json.createObjectBuilder();
        byName.forEach(all::add);
        return all;
    }
}
