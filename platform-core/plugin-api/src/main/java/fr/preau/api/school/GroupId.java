package fr.preau.api.school;

import java.util.UUID;

/** The identity of a group that is taught apart from the classes, within one collège (UUIDv7). */
public record GroupId(UUID value) {

    public static GroupId of(String text) {
        return new GroupId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
