package fr.preau.portal.look;

import org.jspecify.annotations.Nullable;

/**
 * How a field, its hint and its error point at each other for screen readers.
 *
 * @param describedBy the ids of hint and error, null without either
 * @param invalid {@code true} or null, for {@code aria-invalid}
 */
public record FieldIds(
        String field,
        String hint,
        String error,
        @Nullable String describedBy,
        @Nullable String invalid) {

    public static FieldIds of(String name, @Nullable String hint, @Nullable String error) {
        String field = "field-" + name;
        String hintId = field + "-hint";
        String errorId = field + "-error";
        String both = (hint == null ? "" : hintId + " ") + (error == null ? "" : errorId);
        return new FieldIds(
                field,
                hintId,
                errorId,
                both.isEmpty() ? null : both.trim(),
                error == null ? null : "true");
    }
}
