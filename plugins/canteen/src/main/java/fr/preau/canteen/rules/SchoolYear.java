package fr.preau.canteen.rules;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, from 1 September to 31 August, as « 2026-2027 ».
 *
 * @param begins the civil year in which it begins
 */
public record SchoolYear(int begins) {

    /** The one that a day lies in. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(
                day.getMonthValue() < Month.SEPTEMBER.getValue()
                        ? day.getYear() - 1
                        : day.getYear());
    }

    public LocalDate firstDay() {
        return LocalDate.of(begins, Month.SEPTEMBER, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(begins + 1, Month.AUGUST, 31);
    }

    boolean has(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    @Override
    public String toString() {
        return begins + "-" + (begins + 1);
    }
}
