package fr.preau.api.school;

import java.time.LocalDate;

/**
 * Days in a row without school, as the ministry names and dates them.
 *
 * @param name in French, as in « Vacances de Noël »
 * @param first the first day without school
 * @param last the last one; school goes on the day after
 */
public record SchoolHolidays(String name, LocalDate first, LocalDate last) {

    public SchoolHolidays {
        if (name.isBlank() || last.isBefore(first)) {
            throw new IllegalArgumentException(name + " from " + first + " to " + last);
        }
    }

    public boolean include(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
