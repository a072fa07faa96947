package fr.preau.communication.calendar;

import java.time.YearMonth;
import java.util.List;

/**
 * A month on a sheet of paper: the days with their titles, then each event with its hours.
 *
 * @param college whose calendar it is
 * @param days those that have something to say
 * @param events at most as many as a sheet bears
 * @param more how many there are besides
 */
public record PrintPage(
        String college,
        YearMonth month,
        String monthName,
        List<MonthPage.Day> days,
        List<CalendarPage.Line> events,
        int more,
        List<String> holidays) {

    public PrintPage {
        days = List.copyOf(days);
        events = List.copyOf(events);
        holidays = List.copyOf(holidays);
    }
}
