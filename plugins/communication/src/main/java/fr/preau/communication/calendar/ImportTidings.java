package fr.preau.communication.calendar;

import fr.preau.api.school.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Tells readers what a calendar file has changed of what they knew: event by event as long as these
 * are few, in one sentence otherwise.
 */
final class ImportTidings {

    private static final int FEW = 3;

    private final EventTidings told;
    private final PersonId by;
    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<Runnable> each = new ArrayList<>();

    /**
     * @param by who brings the file, and knows
     */
    ImportTidings(EventTidings told, PersonId by) {
        this.told = told;
        this.by = by;
    }

    /** What readers know of an event. */
    record Known(
            When when,
            Repetition repetition,
            List<LocalDate> leftOut,
            String place,
            boolean cancelled) {

        static Known of(CalendarEvent event, List<LocalDate> leftOut) {
            return new Known(
                    event.when(),
                    event.repetition(),
                    leftOut,
                    event.text().place(),
                    event.isCancelled());
        }

        private boolean hasSameTimes(Known other) {
            return when.equals(other.when)
                    && repetition.equals(other.repetition)
                    && leftOut.equals(other.leftOut);
        }
    }

    /** An event says something else now than was known of it. */
    void changed(CalendarEvent event, Known before, Known now) {
        if (now.equals(before) || now.cancelled() && before.cancelled()) {
            return;
        }
        if (!told.isToTell(event)) {
            return;
        }
        events.add(event);
        if (now.cancelled()) {
            each.add(() -> told.cancelled(event, List.of(), null, by));
        } else if (before.cancelled()) {
            each.add(() -> told.takesPlace(event, List.of(), null, by));
        } else {
            each.add(() -> told.moved(event, List.of(), !now.hasSameTimes(before), by));
        }
    }

    /**
     * Everything is written.
     *
     * @param file that was taken over
     */
    void tell(UUID file) {
        if (events.size() > FEW) {
            told.changedTogether(events, file, by);
        } else {
            each.forEach(Runnable::run);
        }
    }
}
