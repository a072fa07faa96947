package fr.preau.canteen.rules;

import fr.preau.api.school.SchoolCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Until when a meal can be booked and cancelled.
 *
 * @param schoolDays how many days of school before the meal, 0 for the same day
 * @param time by the clocks of Paris
 */
public record CutOff(int schoolDays, LocalTime time) {

    /** The most that a kitchen asks for. */
    public static final int MOST_DAYS = 10;

    public CutOff {
        if (schoolDays < 0 || schoolDays > MOST_DAYS) {
            throw new IllegalArgumentException(schoolDays + " days of school before");
        }
    }

    /**
     * Of a meal of this day. From this instant on nothing changes any more: a kitchen has ordered.
     */
    public Instant of(LocalDate meal, SchoolCalendar school) {
        LocalDate day = meal;
        for (int before = schoolDays; before > 0; before--) {
            day = day.minusDays(1);
            while (!school.on(day).isSchoolDay()) {
                day = day.minusDays(1);
            }
        }
        // An hour that the clocks leave out is the next one: families never have less time.
        return day.atTime(time).atZone(SchoolCalendar.ZONE).toInstant();
    }

    /** Whether a meal of this day can be booked or cancelled now. */
    public boolean isBefore(Instant now, LocalDate meal, SchoolCalendar school) {
        return now.isBefore(of(meal, school));
    }
}
