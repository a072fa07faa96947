package fr.preau.communication.calendar;

import fr.preau.api.page.PageOf;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as a list: what comes next, one month, or one day.
 *
 * @param month null for what comes next and for a day
 * @param day null for what comes next and for a month
 * @param around the month from which to go back and forth
 * @param span the days that are shown, in words
 * @param address of this list
 * @param holidays that lie in these days, in words
 * @param published whether the school holidays of these days are known
 * @param complete whether all events are there
 */
public record CalendarPage(
        Filters filters,
        @Nullable YearMonth month,
        @Nullable LocalDate day,
        YearMonth around,
        String span,
        String address,
        PageOf<Line> events,
        List<String> holidays,
        boolean published,
        boolean complete) {

    public CalendarPage {
        holidays = List.copyOf(holidays);
    }

    /**
     * One time of an event.
     *
     * @param day that it is listed under
     * @param dayName as it stands above
     * @param hours in words
     * @param classes their names, as far as the reader knows them
     */
    public record Line(
            UUID event,
            LocalDate begins,
            LocalDate day,
            String dayName,
            String title,
            EventKind kind,
            String hours,
            String place,
            List<String> classes,
            boolean cancelled) {

        public Line {
            classes = List.copyOf(classes);
        }
    }

    /** The events by day, in the order of the days. */
    public Map<String, List<Line>> days() {
        Map<String, List<Line>> days = new LinkedHashMap<>();
        for (Line line : events.items()) {
            days.computeIfAbsent(line.dayName(), day -> new ArrayList<>()).add(line);
        }
        return days;
    }
}
