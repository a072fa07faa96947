package fr.preau.api.page;

import org.jspecify.annotations.Nullable;

/**
 * A labelled field of a form.
 *
 * @param name its name in the form and in the input record
 * @param rows 1 for a line, more for a text area
 * @param error what is wrong with it, beside the field
 * @param autocomplete the HTML autocomplete token, as in {@code username}
 */
public record Field(
        String name,
        String label,
        String type,
        @Nullable String value,
        @Nullable String hint,
        @Nullable String error,
        boolean required,
        int maxLength,
        int rows,
        @Nullable String autocomplete) {

    /** A line of text that must be filled in. */
    public static Field line(String name, String label, @Nullable String value) {
        return new Field(name, label, "text", value, null, null, true, 200, 1, null);
    }

    /** Several lines of text that must be filled in. */
    public static Field text(String name, String label, @Nullable String value, int rows) {
        return new Field(name, label, "text", value, null, null, true, 20_000, rows, null);
    }

    public Field ofType(String newType, String token) {
        return new Field(
                name, label, newType, value, hint, error, required, maxLength, rows, token);
    }

    public Field withHint(String newHint) {
        return new Field(
                name, label, type, value, newHint, error, required, maxLength, rows, autocomplete);
    }

    public Field withError(@Nullable String newError) {
        return new Field(
                name, label, type, value, hint, newError, required, maxLength, rows, autocomplete);
    }

    public Field optional() {
        return new Field(
                name, label, type, value, hint, error, false, maxLength, rows, autocomplete);
    }

    public Field atMost(int characters) {
        return new Field(
                name, label, type, value, hint, error, required, characters, rows, autocomplete);
    }
}
