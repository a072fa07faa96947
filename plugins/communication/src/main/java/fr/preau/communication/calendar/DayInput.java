package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which day to show; the rest as in {@link CalendarInput}.
 *
 * @param page of the list, from 1
 */
public record DayInput(
        LocalDate day, @Nullable String kind, @Nullable UUID child, @Nullable Integer page) {

    CalendarInput filters() {
        return new CalendarInput(null, kind, child, page);
    }
}
