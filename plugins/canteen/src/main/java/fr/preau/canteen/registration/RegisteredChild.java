package fr.preau.canteen.registration;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.canteen.rules.SchoolYear;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A child that is registered for a school year.
 *
 * @param id of it in its application
 * @param pupil as its collège knows it
 * @param days on which it eats
 * @param from its first day
 */
public record RegisteredChild(
        UUID id,
        SchoolYear year,
        Uai college,
        String collegeName,
        PersonId pupil,
        String name,
        Set<DayOfWeek> days,
        LocalDate from) {

    public RegisteredChild {
        days = Set.copyOf(days);
    }

    /** Whether it eats on such a day, as far as it is a day of school. */
    public boolean eatsOn(LocalDate day) {
        return !day.isBefore(from)
                && !day.isAfter(year.lastDay())
                && days.contains(day.getDayOfWeek());
    }
}
