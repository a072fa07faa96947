package fr.preau.api.school;

import java.util.UUID;

/** The identity of a class (division) within one collège (UUIDv7). */
public record ClassId(UUID value) {

    public static ClassId of(String text) {
        return new ClassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
