package fr.preau.communication.calendar.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it goes out.
 *
 * @param uid never changes
 * @param revision grows with each change
 * @param allDay then only the days of its beginning and end count
 * @param starts by the clocks of Paris
 * @param ends by the clocks of Paris; of whole days the last one
 * @param weeklyUntil the last day on which it begins again; null for what comes once
 * @param except days on which it does not come
 * @param cancelled days on which it is cancelled
 */
public record WrittenEvent(
        String uid,
        Instant changedAt,
        int revision,
        String title,
        String place,
        boolean isCancelled,
        boolean allDay,
        LocalDateTime starts,
        LocalDateTime ends,
        @Nullable LocalDate weeklyUntil,
        List<LocalDate> except,
        List<LocalDate> cancelled) {

    public WrittenEvent {
        except = List.copyOf(except);
        cancelled = List.copyOf(cancelled);
    }
}
