package fr.preau.api.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A month to look at, with the days that have something to say.
 *
 * @param previousHref the month before, if it can be looked at
 * @param nextHref the month after, if it can be looked at
 */
public record CalendarMonth(
        YearMonth month,
        List<CalendarDay> days,
        @Nullable String previousHref,
        @Nullable String nextHref) {

    public CalendarMonth {
        days = List.copyOf(days);
        for (CalendarDay day : days) {
            if (!YearMonth.from(day.date()).equals(month)) {
                throw new IllegalArgumentException(day.date() + " is not in " + month);
            }
        }
    }

    public Optional<CalendarDay> on(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
