package fr.preau.communication.messages;

import fr.preau.api.text.RichText;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was typed, with marks that {@link RichText} reads; it becomes HTML only where it is
 * shown.
 *
 * @param value clean, not blank, at most {@value #MAX_LENGTH} characters
 */
public record MessageText(String value) {

    public static final int MAX_LENGTH = 20_000;

    public MessageText {
        if (value.isBlank() || value.length() > MAX_LENGTH || !value.equals(clean(value))) {
            throw new IllegalArgumentException("not a text: " + value.length() + " characters");
        }
    }

    /** Its words without marks. */
    String plain() {
        return RichText.of(value).plain();
    }

    /** What was typed as a text would stand in the table; empty and too long are possible. */
    static String clean(@Nullable String typed) {
        return CleanText.ofLines(typed);
    }
}
