package fr.preau.communication.calendar;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolHolidays;
import fr.preau.communication.calendar.ical.WrittenCalendar;
import fr.preau.communication.calendar.ical.WrittenEvent;
import fr.preau.communication.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the calendar of another program gets: when something is, what it is called and where. The
 * text of an event stays in Préau, for nobody knows who else keeps that calendar.
 */
final class FeedContent {

    private static final Duration REFRESH = Duration.ofHours(4);
    private static final int DAYS_BACK = 92;
    private static final int DAYS_AHEAD = 500;

    /** What the ministry publishes has no moment at which we changed it. */
    private static final Instant PUBLISHED = Instant.parse("2026-09-01T00:00:00Z");

    private final Agenda agenda;
    private final SchoolCalendar school;
    private final Clock clock;

    FeedContent(Agenda agenda, SchoolCalendar school, Clock clock) {
        this.agenda = agenda;
        this.school = school;
        this.clock = clock;
    }

    byte[] of(Viewer viewer, String college) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), SchoolCalendar.ZONE);
        LocalDate first = today.minusDays(DAYS_BACK);
        LocalDate last = today.plusDays(DAYS_AHEAD);
        WrittenCalendar calendar =
                new WrittenCalendar(
                        Wording.of("calendar.feed.name", college),
                        REFRESH,
                        Wording.of("calendar.feed.cancelled"));
        List<CalendarEvent> events = agenda.whole(viewer, first, last);
        Map<UUID, List<EventException>> exceptions = agenda.exceptionsOf(repeating(events));
        for (CalendarEvent event : events) {
            calendar.with(written(event, exceptions.getOrDefault(event.id(), List.of())));
        }
        school.holidaysBetween(first, last).forEach(each -> calendar.with(written(each)));
        return calendar.bytes();
    }

    private static List<UUID> repeating(List<CalendarEvent> events) {
        return events.stream()
                .filter(event -> event.repetition().repeats(event.when()))
                .map(CalendarEvent::id)
                .toList();
    }

    private WrittenEvent written(CalendarEvent event, List<EventException> exceptions) {
        When when = event.when();
        Repetition repetition = event.repetition();
        boolean repeats = repetition.repeats(when);
        return new WrittenEvent(
                event.uid(),
                event.changedAt(),
                event.revision(),
                event.text().title(),
                event.text().place(),
                event.isCancelled(),
                when.allDay(),
                when.firstDay().atTime(when.from()),
                when.lastDay().atTime(when.to()),
                repeats ? repetition.lastBeginning(when) : null,
                repeats ? except(event, exceptions) : List.of(),
                exceptions.stream()
                        .filter(EventException::isCancelled)
                        .map(EventException::day)
                        .toList());
    }

    private List<LocalDate> except(CalendarEvent event, List<EventException> exceptions) {
        List<LocalDate> cancelled =
                exceptions.stream()
                        .filter(EventException::isCancelled)
                        .map(EventException::day)
                        .toList();
        List<LocalDate> leftOut =
                exceptions.stream()
                        .filter(each -> !each.isCancelled())
                        .map(EventException::day)
                        .toList();
        return Stream.concat(
                        event.repetition().leftOut(event.when(), school).stream(), leftOut.stream())
                .filter(day -> !cancelled.contains(day))
                .distinct()
                .sorted()
                .toList();
    }

    private WrittenEvent written(SchoolHolidays holidays) {
        return new WrittenEvent(
                "vacances-" + holidays.first() + "@preau",
                PUBLISHED,
                0,
                new FreeDays(school).title(holidays),
                "",
                false,
                true,
                holidays.first().atStartOfDay(),
                holidays.last().atStartOfDay(),
                null,
                List.of(),
                List.of());
    }
}
