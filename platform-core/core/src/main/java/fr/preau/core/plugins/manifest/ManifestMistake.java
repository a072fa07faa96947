package fr.preau.core.plugins.manifest;

/**
 * Something in a manifest that can't be so.
 *
 * @param line from 1
 * @param place where it stands, as a JSON pointer; empty for the whole
 * @param message what is wrong
 */
public record ManifestMistake(int line, String place, String message) {

    @Override
    public String toString() {
        return "line " + line + ": " + (place.isEmpty() ? "" : place + ": ") + message;
    }
}
