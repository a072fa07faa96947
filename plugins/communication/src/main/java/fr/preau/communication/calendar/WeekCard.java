package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the accueil shows of the calendar: the next seven days.
 *
 * @param events the first of them
 * @param more how many there are besides
 * @param holidays that lie in these days, in words
 */
public record WeekCard(List<Line> events, int more, List<String> holidays) {

    public WeekCard {
        events = List.copyOf(events);
        holidays = List.copyOf(holidays);
    }

    /** Nothing to say takes no place. */
    public boolean isEmpty() {
        return events.isEmpty() && holidays.isEmpty();
    }

    /** One time of an event. */
    public record Line(UUID event, LocalDate day, String title, String when, boolean cancelled) {}
}
