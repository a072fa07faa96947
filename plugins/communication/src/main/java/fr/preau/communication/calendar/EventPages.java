package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.communication.reports.Evidence;
import fr.preau.communication.reports.Recourse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one event. */
final class EventPages {

    private final Agenda agenda;
    private final AgendaPages pages;
    private final Directory directory;
    private final SchoolCalendar school;

    EventPages(Agenda agenda, AgendaPages pages, Directory directory, SchoolCalendar school) {
        this.agenda = agenda;
        this.pages = pages;
        this.directory = directory;
        this.school = school;
    }

    /** An event, and its classes. */
    record Seen(CalendarEvent event, List<ClassId> classes) {}

    Seen seen(Viewer viewer, UUID id) {
        CalendarEvent event = agenda.event(viewer, id);
        List<ClassId> classes =
                event.kind() == EventKind.CLASSES
                        ? agenda.classesOf(List.of(id)).getOrDefault(id, List.of())
                        : List.of();
        return new Seen(event, classes);
    }

    /**
     * @param day of the time that is looked at; the first one where there is none on that day
     */
    EventPage page(Caller caller, UUID id, @Nullable LocalDate day) {
        Viewer viewer = Viewer.of(caller, directory);
        Seen seen = seen(viewer, id);
        CalendarEvent event = seen.event();
        When first = event.when();
        LocalDate shown = shown(event, day);
        When when = first.plusDays(shown.toEpochDay() - first.firstDay().toEpochDay());
        boolean repeats = event.repetition().repeats(first);
        return new EventPage(
                id,
                event.kind(),
                event.text().title(),
                event.text().place(),
                event.text().details(),
                shown,
                Said.whole(when),
                Said.repetition(first, event.repetition()),
                pages.names(viewer, seen.classes()),
                event.readers(),
                author(viewer, event.author()),
                event.isCancelled(),
                repeats
                        && agenda.exceptionsOf(id).stream()
                                .anyMatch(each -> each.day().equals(shown)),
                recourse(caller, event),
                viewer.changes(event, seen.classes()),
                event.revision());
    }

    private static Recourse recourse(Caller caller, CalendarEvent event) {
        return event.kind() == EventKind.PERSONAL
                ? Recourse.none(Evidence.Kind.EVENT, event.id())
                : Recourse.against(
                        Evidence.Kind.EVENT, event.id(), caller, event.author().value(), true);
    }

    private LocalDate shown(CalendarEvent event, @Nullable LocalDate day) {
        return day != null && event.repetition().takesPlaceOn(day, event.when(), school)
                ? day
                : event.when().firstDay();
    }

    private @Nullable String author(Viewer viewer, PersonId author) {
        if (author.equals(viewer.person())) {
            return null;
        }
        Person person = directory.persons(List.of(author)).get(author);
        return person == null ? null : person.displayName();
    }
}
