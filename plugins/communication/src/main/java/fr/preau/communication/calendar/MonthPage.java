package fr.preau.communication.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The calendar as a month from Monday to Sunday.
 *
 * @param days those that have something to say
 * @param published whether the school holidays of these days are known
 * @param complete whether all events are there
 */
public record MonthPage(
        Filters filters,
        YearMonth month,
        List<Day> days,
        List<String> holidays,
        boolean published,
        boolean complete) {

    public MonthPage {
        days = List.copyOf(days);
        holidays = List.copyOf(holidays);
    }

    /**
     * A day.
     *
     * @param note what stands in it
     * @param events how many
     * @param cancelled whether none of them takes place
     */
    public record Day(LocalDate date, String note, int events, boolean cancelled) {}
}
