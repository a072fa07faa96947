package fr.preau.communication.calendar;

import fr.preau.communication.calendar.ical.ReadEvent;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** An event of a file as Préau keeps it: cut where it is longer than a form would take. */
record Imported(EventKind kind, ReadEvent read) {

    EventText text() {
        String title = cut(EventText.line(read.title()), EventText.TITLE);
        return new EventText(
                title.isBlank() ? Wording.of("calendar.import.untitled") : title,
                cut(EventText.line(read.place()), EventText.PLACE),
                cut(EventText.lines(read.details()), EventText.DETAILS));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).strip();
    }

    When when() {
        return read.allDay()
                ? When.wholeDays(read.starts().toLocalDate(), read.ends().toLocalDate())
                : new When(
                        false,
                        read.starts().toLocalDate(),
                        minute(read.starts().toLocalTime()),
                        read.ends().toLocalDate(),
                        minute(read.ends().toLocalTime()));
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    Repetition repetition() {
        LocalDate until = read.weeklyUntil();
        return until == null ? Repetition.once(when()) : new Repetition(until, false);
    }

    /** Those of its exceptions that are days on which it would come. */
    List<LocalDate> except() {
        When first = when();
        return repetition().repeats(first)
                ? read.except().stream()
                        .filter(day -> isWeeksAfter(first.firstDay(), day))
                        .sorted()
                        .toList()
                : List.of();
    }

    private boolean isWeeksAfter(LocalDate first, LocalDate day) {
        return !day.isBefore(first)
                && !day.isAfter(repetition().until())
                && (day.toEpochDay() - first.toEpochDay()) % 7 == 0;
    }

    boolean isCancelled() {
        return read.cancelled();
    }

    /** As it goes out again in a feed: not that of the file, which is perhaps subscribed to too. */
    String uid(UUID id) {
        return id + "@preau";
    }

    /**
     * @param leftOut the days on which the event does not come
     */
    boolean isAs(CalendarEvent event, List<LocalDate> leftOut) {
        return event.text().equals(text())
                && event.when().equals(when())
                && event.repetition().equals(repetition())
                && event.isCancelled() == isCancelled()
                && leftOut.equals(except());
    }
}
