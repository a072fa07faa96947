package fr.preau.api.search;

import java.time.Instant;

/**
 * Something that a person found.
 *
 * @param title what it is, for that person to read
 * @param detail whose it is, or where it lies; empty where the title says enough
 * @param at when it was written or came in
 * @param path where it is, below the module, as in {@code /messages/0191…}
 */
public record Finding(String title, String detail, Instant at, String path) {

    public Finding {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("« " + path + " » is no path of a module");
        }
    }
}
