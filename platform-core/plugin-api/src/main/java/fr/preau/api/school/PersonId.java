package fr.preau.api.school;

import java.util.UUID;

/** The identity of a person within one collège (UUIDv7). */
public record PersonId(UUID value) {

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
