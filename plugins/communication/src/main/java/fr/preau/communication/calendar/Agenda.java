package fr.preau.communication.calendar;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolCalendar;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody sees of the calendar. */
final class Agenda {

    /** More than any collège has in a month; what goes beyond is told. */
    static final int MOST_EVENTS = 2_000;

    private final EntityManager entities;
    private final SchoolCalendar school;

    Agenda(EntityManager entities, SchoolCalendar school) {
        this.entities = entities;
        this.school = school;
    }

    /**
     * What there is between two days.
     *
     * @param all whether all of it is there; if not, the last is missing
     */
    record Found(List<Occurrence> occurrences, boolean all) {}

    /** One statement, however much there is. */
    Found between(Viewer viewer, LocalDate first, LocalDate last, Set<EventKind> kinds) {
        if (kinds.isEmpty()) {
            return new Found(List.of(), true);
        }
        List<EventRow> rows = rows(viewer, first, last, kinds);
        Map<UUID, List<EventRow>> events =
                rows.stream()
                        .limit(MOST_EVENTS)
                        .collect(
                                Collectors.groupingBy(
                                        EventRow::id, LinkedHashMap::new, Collectors.toList()));
        return new Found(
                events.values().stream()
                        .flatMap(event -> times(event, first, last))
                        .sorted(Occurrence.BY_TIME)
                        .toList(),
                rows.size() <= MOST_EVENTS);
    }

    private List<EventRow> rows(
            Viewer viewer, LocalDate first, LocalDate last, Set<EventKind> kinds) {
        return viewer.bound(entities.createNamedQuery("CalendarEvent.seen", EventRow.class))
                .setParameter("before", first.minusDays(7))
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("kinds", kinds)
                .getResultList();
    }

    /**
     * @param event the same for each of its exceptions
     */
    private Stream<Occurrence> times(List<EventRow> event, LocalDate first, LocalDate last) {
        EventRow row = event.get(0);
        Map<LocalDate, EventRow> exceptions = new HashMap<>();
        for (EventRow each : event) {
            if (each.exceptionDay() != null) {
                exceptions.put(each.exceptionDay(), each);
            }
        }
        return row.repetition().between(row.when(), first, last, school).stream()
                .filter(when -> !isLeftOut(exceptions.get(when.firstDay())))
                .map(
                        when ->
                                new Occurrence(
                                        row,
                                        when,
                                        row.cancelled()
                                                || exceptions.containsKey(when.firstDay())));
    }

    private static boolean isLeftOut(@Nullable EventRow exception) {
        return exception != null && exception.isLeftOut();
    }

    /** An event that somebody sees. */
    CalendarEvent event(Viewer viewer, UUID event) {
        return viewer.bound(entities.createNamedQuery("CalendarEvent.seenOne", CalendarEvent.class))
                .setParameter("event", event)
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The classes of some events, by event; who has none is absent from the answer. */
    Map<UUID, List<ClassId>> classesOf(Collection<UUID> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        return entities.createNamedQuery("EventClass.of", EventClass.class)
                .setParameter("events", events)
                .getResultStream()
                .collect(
                        Collectors.groupingBy(
                                EventClass::event,
                                Collectors.mapping(EventClass::schoolClass, Collectors.toList())));
    }

    /** The exceptions of one event, in their order. */
    List<EventException> exceptionsOf(UUID event) {
        return exceptionsOf(List.of(event)).getOrDefault(event, List.of());
    }

    /** The exceptions of some events, by event and in their order; who has none is absent. */
    Map<UUID, List<EventException>> exceptionsOf(Collection<UUID> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        return entities.createNamedQuery("EventException.of", EventException.class)
                .setParameter("events", events)
                .getResultStream()
                .collect(Collectors.groupingBy(EventException::event));
    }

    /** Events with all they hold, those first that begin first. */
    List<CalendarEvent> whole(Viewer viewer, LocalDate first, LocalDate last) {
        return viewer.bound(
                        entities.createNamedQuery("CalendarEvent.seenWhole", CalendarEvent.class))
                .setParameter("first", first)
                .setParameter("last", last)
                .setMaxResults(MOST_EVENTS)
                .getResultList();
    }
}
