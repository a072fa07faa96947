package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * One time of an event.
 *
 * @param cancelled whether this time does not take place
 */
record Occurrence(EventRow event, When when, boolean cancelled) {

    /** What takes whole days comes before what has an hour. */
    static final Comparator<Occurrence> BY_TIME =
            Comparator.<Occurrence, LocalDate>comparing(o -> o.when().firstDay())
                    .thenComparing(o -> !o.when().allDay())
                    .thenComparing(o -> o.when().fromMinute())
                    .thenComparing(o -> o.event().title())
                    .thenComparing(o -> o.event().id());
}
