package fr.preau.communication.calendar;

import fr.preau.api.data.NewIds;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.communication.calendar.EventFormPage.ClassChoice;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of an event for one call of its writer: fresh, filled with an event, or shown again. */
record EventForm(Viewer viewer, NewIds ids) {

    /** The kind that was chosen, if the writer may enter such events; otherwise their usual one. */
    EventKind kind(@Nullable EventKind chosen) {
        return chosen != null && viewer.kinds().contains(chosen) ? chosen : viewer.kinds().get(0);
    }

    EventFormPage fresh(@Nullable LocalDate day, @Nullable EventKind kind) {
        return new EventFormPage(
                null,
                ids.next(),
                0,
                kind(kind),
                viewer.kinds(),
                choices(List.of()),
                Readers.ALL,
                "",
                day,
                "",
                null,
                "",
                null,
                true,
                "",
                "",
                false,
                Violations.none());
    }

    EventFormPage of(CalendarEvent event, List<ClassId> classes) {
        When when = event.when();
        Repetition repetition = event.repetition();
        return new EventFormPage(
                event.id(),
                ids.next(),
                event.revision(),
                event.kind(),
                List.of(event.kind()),
                choices(classes),
                event.readers(),
                event.text().title(),
                when.firstDay(),
                when.allDay() ? "" : when.from().toString(),
                when.span() == 0 ? null : when.lastDay(),
                when.allDay() ? "" : when.to().toString(),
                repetition.repeats(when) ? repetition.until() : null,
                repetition.skipsHolidays(),
                event.text().place(),
                event.text().details(),
                false,
                Violations.none());
    }

    /**
     * With what was filled in.
     *
     * @param kind of the event where it is there already
     */
    EventFormPage again(
            EventInput input, @Nullable EventKind kind, boolean outdated, Violations violations) {
        UUID key = input.key();
        return new EventFormPage(
                input.event(),
                key == null ? ids.next() : key,
                Objects.requireNonNullElse(input.revision(), 0),
                kind == null ? kind(input.kind()) : kind,
                kind == null ? viewer.kinds() : List.of(kind),
                choices(input.classesOrNone()),
                input.whom(),
                Objects.requireNonNullElse(input.title(), ""),
                input.day(),
                Objects.requireNonNullElse(input.from(), ""),
                input.lastDay(),
                Objects.requireNonNullElse(input.to(), ""),
                input.until(),
                input.skipsHolidays(),
                Objects.requireNonNullElse(input.place(), ""),
                Objects.requireNonNullElse(input.details(), ""),
                outdated,
                violations);
    }

    private List<ClassChoice> choices(List<ClassId> chosen) {
        return viewer.kinds().contains(EventKind.CLASSES)
                ? viewer.classes().stream()
                        .map(
                                each ->
                                        new ClassChoice(
                                                each.id().value(),
                                                each.name(),
                                                chosen.contains(each.id())))
                        .toList()
                : List.of();
    }
}
