package fr.preau.portal.look;

import fr.preau.api.page.CalendarMonth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of a month's table.
 *
 * @param days Monday to Sunday, also those of the months before and after
 */
public record CalendarWeek(List<LocalDate> days) {

    public CalendarWeek {
        days = List.copyOf(days);
    }

    /** The weeks that hold a day of this month. */
    static List<CalendarWeek> of(CalendarMonth month) {
        List<CalendarWeek> weeks = new ArrayList<>();
        LocalDate monday =
                month.month().atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(month.month().atEndOfMonth())) {
            LocalDate first = monday;
            weeks.add(new CalendarWeek(IntStream.range(0, 7).mapToObj(first::plusDays).toList()));
            monday = monday.plusWeeks(1);
        }
        return weeks;
    }
}
