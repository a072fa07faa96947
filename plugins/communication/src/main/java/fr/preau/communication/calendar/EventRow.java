package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as lists read it, without its text; once for each of its exceptions in the days that are
 * looked at, and once without if there are none.
 *
 * @param exceptionDay null for none
 */
public record EventRow(
        UUID id,
        EventKind kind,
        String title,
        String place,
        boolean allDay,
        LocalDate firstDay,
        int fromMinute,
        LocalDate lastDay,
        int toMinute,
        LocalDate repeatsUntil,
        boolean skipsHolidays,
        boolean cancelled,
        @Nullable LocalDate exceptionDay,
        EventException.@Nullable Kind exceptionKind) {

    When when() {
        return When.stored(allDay, firstDay, fromMinute, lastDay, toMinute);
    }

    Repetition repetition() {
        return new Repetition(repeatsUntil, skipsHolidays);
    }

    boolean isLeftOut() {
        return exceptionKind == EventException.Kind.LEFT_OUT;
    }
}
