package fr.preau.communication.schooldays;

import fr.preau.api.school.SchoolCalendar;
import java.time.LocalDate;

/**
 * Days on which a reminder reaches people at once: those with school. On others it waits for the
 * quiet hours to end, and may then come when it is of no use any more.
 */
public record TellingDays(SchoolCalendar calendar) {

    /** Longer than any holidays. */
    private static final int LONGEST = 75;

    /** The day itself, or the last one with school before it. */
    public LocalDate lastUntil(LocalDate day) {
        for (int back = 0; back < LONGEST; back++) {
            if (isOne(day.minusDays(back))) {
                return day.minusDays(back);
            }
        }
        return day;
    }

    /** The first one with school after this day. */
    public LocalDate firstAfter(LocalDate day) {
        for (int ahead = 1; ahead < LONGEST; ahead++) {
            if (isOne(day.plusDays(ahead))) {
                return day.plusDays(ahead);
            }
        }
        return day.plusDays(1);
    }

    private boolean isOne(LocalDate day) {
        return calendar.on(day).isSchoolDay();
    }
}
