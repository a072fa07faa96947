package fr.preau.core.routes;

import fr.preau.api.files.FileId;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.io.StringReader;

/**
 * Writes the page records of one module as JSON.
 *
 * <p>It remembers the classes it has seen, so each version of a module has its own, closed with it.
 */
public final class RecordJson implements AutoCloseable {

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

    /** The record as a JSON value of its own, to stand inside another one. */
    public JsonValue tree(Object page) {
        try (JsonReader reader = Json.createReader(new StringReader(write(page)))) {
            return reader.readValue();
        }
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
