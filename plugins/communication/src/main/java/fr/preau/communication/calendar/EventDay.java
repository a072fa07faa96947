package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event, or one of its times.
 *
 * @param day on which that time begins; null for all of the event
 */
public record EventDay(UUID event, @Nullable LocalDate day) {

    String address() {
        return "/calendar/events/" + event + (day == null ? "" : "?day=" + day);
    }
}
