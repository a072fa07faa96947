package fr.preau.communication.calendar;

import fr.preau.communication.messages.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, beside when it is.
 *
 * @param title in one line, not blank
 * @param place in one line, perhaps empty
 * @param details several lines, perhaps empty
 */
public record EventText(String title, String place, String details) {

    public static final int TITLE = 150;
    public static final int PLACE = 150;
    public static final int DETAILS = 4_000;

    public EventText {
        if (title.isBlank()
                || title.length() > TITLE
                || place.length() > PLACE
                || details.length() > DETAILS) {
            throw new IllegalArgumentException("no text of an event");
        }
    }

    /** A line as it would stand in the table: no line breaks, nothing unseen. */
    static String line(@Nullable String typed) {
        return CleanText.ofLine(typed);
    }

    static String lines(@Nullable String typed) {
        return CleanText.ofLines(typed);
    }
}
