package fr.preau.communication.calendar;

import fr.preau.api.route.Violations;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of an event, new or to be changed, with what was filled in so far.
 *
 * @param event null for a new one
 * @param kinds to choose from; one where there is no choice
 * @param classes to choose from
 * @param outdated whether somebody else has changed the event meanwhile
 */
public record EventFormPage(
        @Nullable UUID event,
        UUID key,
        int revision,
        EventKind kind,
        List<EventKind> kinds,
        List<ClassChoice> classes,
        Readers readers,
        String title,
        @Nullable LocalDate day,
        String from,
        @Nullable LocalDate lastDay,
        String to,
        @Nullable LocalDate until,
        boolean skipsHolidays,
        String place,
        String details,
        boolean outdated,
        Violations violations) {

    public EventFormPage {
        kinds = List.copyOf(kinds);
        classes = List.copyOf(classes);
    }

    /** A class that the event may be of. */
    public record ClassChoice(UUID id, String name, boolean chosen) {}

    /** Where it is sent. */
    public String address() {
        return event == null ? "/calendar/events" : "/calendar/events/" + event;
    }
}
