package fr.preau.core.routes;

import fr.preau.api.files.FileId;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of one module as JSON, and reads them.
 *
 * <p>It remembers the classes it has seen, so each version of a module has its own, closed with it.
 */
public final class RecordJson implements AutoCloseable {

    /** Objects and lists within each other. */
    private static final int DEEPEST = 32;

    private static final int MOST_PIECES = 200_000;

    private final Jsonb jsonb =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withAdapters(
                                    new PersonIds(), new ClassIds(), new FileIds(), new Uais()));

    /**
     * @throws IllegalStateException when it is larger than any answer may be
     */
    public String write(Object page) {
        BoundedWriter json = new BoundedWriter();
        jsonb.toJson(page, json);
        return json.toString();
    }

    /** A value that stands alone, as an argument of a service: an optional one or null as well. */
    public String writeValue(@Nullable Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return present == null ? "null" : jsonb.toJson(present);
    }

    /** The record as a JSON value of its own, to stand inside another one. */
    public JsonValue tree(Object page) {
        try (JsonReader reader = Json.createReader(new StringReader(write(page)))) {
            return reader.readValue();
        }
    }

    /**
     * Reads JSON that somebody else has written. What is missing is null, 0, false or empty; what
     * is not known is ignored.
     *
     * @param type a record, or what {@link JsonShape} lets through
     * @throws JsonRefused when it is no JSON, too deep, too large, or not of this type
     */
    public @Nullable Object read(String text, Type type) {
        return RecordReading.read(parse(text), type);
    }

    /** Reads a JSON value that stands inside another one. */
    public @Nullable Object read(@Nullable JsonValue value, Type type) {
        return RecordReading.read(value, type);
    }

    /** The value of a JSON text from elsewhere, if it is neither deep nor large. */
    public static JsonValue parse(String text) {
        try {
            requireModest(text);
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readValue();
            }
        } catch (JsonException | IllegalStateException | NoSuchElementException e) {
            throw new JsonRefused("not JSON: " + e.getMessage());
        }
    }

    /** Looked at piece by piece first: a tree of it would be made by recursion. */
    private static void requireModest(String text) {
        int depth = 0;
        int pieces = 0;
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                pieces++;
                depth += step(parser.next());
                if (depth > DEEPEST || pieces > MOST_PIECES) {
                    throw new JsonRefused("too deep or too large");
                }
            }
        }
    }

    private static int step(JsonParser.Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }

    @Override
    public void close() {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON-B did not close", e);
        }
    }

    /** Identities are texts in JSON. */
    public static final class PersonIds implements JsonbAdapter<PersonId, String> {
        @Override
        public String adaptToJson(PersonId id) {
            return id.toString();
        }

        @Override
        public PersonId adaptFromJson(String text) {
            return PersonId.of(text);
        }
    }

    /** Identities are texts in JSON. */
    public static final class ClassIds implements JsonbAdapter<ClassId, String> {
        @Override
        public String adaptToJson(ClassId id) {
            return id.toString();
        }

        @Override
        public ClassId adaptFromJson(String text) {
            return ClassId.of(text);
        }
    }

    /** Identities are texts in JSON. */
    public static final class FileIds implements JsonbAdapter<FileId, String> {
        @Override
        public String adaptToJson(FileId id) {
            return id.toString();
        }

        @Override
        public FileId adaptFromJson(String text) {
            return FileId.of(text);
        }
    }

    /** A UAI is a text in JSON. */
    public static final class Uais implements JsonbAdapter<Uai, String> {
        @Override
        public String adaptToJson(Uai uai) {
            return uai.value();
        }

        @Override
        public Uai adaptFromJson(String text) {
            return new Uai(text);
        }
    }
}
