package fr.preau.communication.calendar;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolDay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * How something comes again: each week, on the day of its first time.
 *
 * @param until the last day on which it may begin; the first day for what comes once
 * @param skipsHolidays whether it leaves out school holidays and public holidays
 */
public record Repetition(LocalDate until, boolean skipsHolidays) {

    /** Longer than any school year, and as many times as a page can bear. */
    static final int LONGEST_DAYS = 400;

    static Repetition once(When when) {
        return new Repetition(when.firstDay(), false);
    }

    boolean repeats(When first) {
        return until.isAfter(first.firstDay().plusDays(6));
    }

    /** The last day on which it begins. */
    LocalDate lastBeginning(When first) {
        long weeks = ChronoUnit.WEEKS.between(first.firstDay(), until);
        return first.firstDay().plusWeeks(Math.max(weeks, 0));
    }

    /**
     * Its times of which something lies between two days, in their order.
     *
     * @param first its first time
     */
    List<When> between(When first, LocalDate from, LocalDate to, SchoolCalendar school) {
        long behind = ChronoUnit.WEEKS.between(first.lastDay(), from);
        LocalDate last = lastBeginning(first);
        return Stream.iterate(first.plusDays(7 * Math.max(behind, 0)), when -> when.plusDays(7))
                .takeWhile(when -> !when.firstDay().isAfter(last) && !when.firstDay().isAfter(to))
                .filter(when -> !when.lastDayShown().isBefore(from))
                .filter(when -> takesPlace(when.firstDay(), first, school))
                .toList();
    }

    /** Whether it begins on this day. */
    boolean takesPlaceOn(LocalDate day, When first, SchoolCalendar school) {
        return between(first, day, day, school).stream()
                .anyMatch(when -> when.firstDay().equals(day));
    }

    /** The days on which it would begin if there were no holidays. */
    List<LocalDate> leftOut(When first, SchoolCalendar school) {
        LocalDate last = lastBeginning(first);
        return Stream.iterate(first.firstDay(), day -> !day.isAfter(last), day -> day.plusWeeks(1))
                .filter(day -> !takesPlace(day, first, school))
                .toList();
    }

    /** Its first time was chosen on purpose, on whatever day it is. */
    private boolean takesPlace(LocalDate day, When first, SchoolCalendar school) {
        if (!skipsHolidays || day.equals(first.firstDay())) {
            return true;
        }
        SchoolDay there = school.on(day);
        return there.holidays() == null && there.publicHoliday() == null;
    }
}
