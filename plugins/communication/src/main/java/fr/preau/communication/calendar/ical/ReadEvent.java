package fr.preau.communication.calendar.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came in, by the clocks of Paris.
 *
 * @param line where it begins in the file
 * @param uid as whoever wrote it knows it
 * @param ends of whole days, the last one
 * @param weeklyUntil the last day on which it may begin again; null for what comes once
 * @param except days on which it does not come
 */
public record ReadEvent(
        int line,
        String uid,
        String title,
        String place,
        String details,
        boolean allDay,
        LocalDateTime starts,
        LocalDateTime ends,
        boolean cancelled,
        @Nullable LocalDate weeklyUntil,
        List<LocalDate> except) {

    public ReadEvent {
        except = List.copyOf(except);
    }

    ReadEvent without(List<LocalDate> days) {
        List<LocalDate> all = Stream.concat(except.stream(), days.stream()).distinct().toList();
        return new ReadEvent(
                line,
                uid,
                title,
                place,
                details,
                allDay,
                starts,
                ends,
                cancelled,
                weeklyUntil,
                all);
    }
}
