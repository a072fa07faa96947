package fr.preau.communication.messages;

import org.jspecify.annotations.Nullable;

/**
 * What a letter is about, in one line.
 *
 * @param value clean, not blank, at most {@value #MAX_LENGTH} characters
 */
public record Subject(String value) {

    public static final int MAX_LENGTH = 150;

    public Subject {
        if (value.isBlank() || value.length() > MAX_LENGTH || !value.equals(clean(value))) {
            throw new IllegalArgumentException("not a subject: " + value.length() + " characters");
        }
    }

    /** What was typed as a subject would stand in the table; empty and too long are possible. */
    static String clean(@Nullable String typed) {
        return CleanText.ofLine(typed);
    }
}
