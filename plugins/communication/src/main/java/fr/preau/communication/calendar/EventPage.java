package fr.preau.communication.calendar;

import fr.preau.communication.reports.Recourse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event, looked at on one of its days.
 *
 * @param day on which this time begins
 * @param when this time, in words
 * @param repetition in words, empty for what comes once
 * @param classes their names, as far as the reader knows them
 * @param author who entered it; null for the reader's own and for who has left
 * @param cancelled all of it
 * @param dayCancelled this time of it
 * @param recourse what the reader can do against it
 * @param changes whether the reader may change it
 */
public record EventPage(
        UUID event,
        EventKind kind,
        String title,
        String place,
        String details,
        LocalDate day,
        String when,
        String repetition,
        List<String> classes,
        Readers readers,
        @Nullable String author,
        boolean cancelled,
        boolean dayCancelled,
        Recourse recourse,
        boolean changes,
        int revision) {

    public EventPage {
        classes = List.copyOf(classes);
    }

    public boolean repeats() {
        return !repetition.isEmpty();
    }

    public String address() {
        return "/calendar/events/" + event;
    }
}
