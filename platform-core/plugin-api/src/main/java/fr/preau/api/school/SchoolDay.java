package fr.preau.api.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as the school sees it.
 *
 * @param publicHoliday the public holiday that it is, if it is one
 * @param holidays the school holidays that it lies in, if in any
 * @param published whether the school holidays of this day are known; if not, it counts as a day
 *     without
 */
public record SchoolDay(
        LocalDate date,
        @Nullable PublicHoliday publicHoliday,
        @Nullable SchoolHolidays holidays,
        boolean published) {

    /** Saturday or Sunday. */
    public boolean isWeekend() {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether there is school: from Monday to Friday, on no holiday of either kind. */
    public boolean isSchoolDay() {
        return !isWeekend() && publicHoliday == null && holidays == null;
    }

    /** Why nobody is at school beside the week-end: the name of the holiday, in French. */
    public Optional<String> holidayName() {
        if (publicHoliday != null) {
            return Optional.of(publicHoliday.name());
        }
        return Optional.ofNullable(holidays).map(SchoolHolidays::name);
    }
}
