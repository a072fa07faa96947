package fr.preau.api.files;

import java.util.UUID;

/** The identity of a kept file within one module at one collège (UUIDv7). */
public record FileId(UUID value) {

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when the text is no UUID
     */
    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    /** The UUID as text, as it stands in addresses and in JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
