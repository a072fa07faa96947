package fr.preau.core.notices.quiet;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours in which a collège sends nothing but what is urgent.
 *
 * @param begins in the evening, or whenever; the same as {@code ends} for no such hours
 * @param ends on the next day where it lies before {@code begins}
 * @param weekends whether Saturday and Sunday are quiet as a whole
 * @param holidays whether school holidays and public holidays are
 */
public record QuietHours(LocalTime begins, LocalTime ends, boolean weekends, boolean holidays) {

    /** What holds where nobody has set anything. */
    public static final QuietHours USUAL =
            new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0), true, true);

    /** Longer than any holidays. */
    private static final int MOST_DAYS = 120;

    /** The first moment from this one on at which something may be sent. */
    public Instant next(Instant from, SchoolCalendar calendar) {
        ZonedDateTime time = from.atZone(SchoolCalendar.ZONE);
        for (int step = 0; step < 2 * MOST_DAYS; step++) {
            ZonedDateTime later = later(time, calendar);
            if (later.equals(time)) {
                return time.toInstant();
            }
            time = later;
        }
        // Nothing is ever held for good.
        return from;
    }

    /** The same moment if it is not quiet then; else one at which it may be otherwise. */
    private ZonedDateTime later(ZonedDateTime time, SchoolCalendar calendar) {
        LocalDate day = time.toLocalDate();
        if (isQuiet(day, calendar)) {
            return day.plusDays(1).atStartOfDay(SchoolCalendar.ZONE);
        }
        LocalTime hour = time.toLocalTime();
        if (begins.isBefore(ends)) {
            return hour.isBefore(begins) || !hour.isBefore(ends) ? time : at(day, ends);
        }
        if (begins.equals(ends)) {
            return time;
        }
        if (hour.isBefore(ends)) {
            return at(day, ends);
        }
        return hour.isBefore(begins) ? time : day.plusDays(1).atStartOfDay(SchoolCalendar.ZONE);
    }

    /** An hour that the change to summer time leaves out becomes the one after it. */
    private static ZonedDateTime at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(SchoolCalendar.ZONE);
    }

    private boolean isQuiet(LocalDate day, SchoolCalendar calendar) {
        if (weekends
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
            return true;
        }
        if (!holidays) {
            return false;
        }
        SchoolDay what = calendar.on(day);
        return what.holidays() != null || what.publicHoliday() != null;
    }
}
