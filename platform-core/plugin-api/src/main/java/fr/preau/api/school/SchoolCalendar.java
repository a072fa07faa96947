package fr.preau.api.school;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Which days are days of school at the collèges of the Département: holidays of their zone as the
 * ministry publishes them, public holidays by the rule of the law.
 *
 * <p>The ministry publishes a year or two ahead. After {@link #publishedUntil} nothing is known of
 * school holidays, and whoever shows such days says so. Asking costs no statement, and is possible
 * everywhere.
 */
public interface SchoolCalendar {

    /** Where all of Préau's days begin and end. */
    ZoneId ZONE = ZoneId.of("Europe/Paris");

    /** What this day is. */
    SchoolDay on(LocalDate day);

    /**
     * The school holidays of which at least one day lies between these two, in their order.
     *
     * @param first the first day that counts
     * @param last the last day that counts
     */
    List<SchoolHolidays> holidaysBetween(LocalDate first, LocalDate last);

    /**
     * The public holidays between these two days, in their order; known for every year.
     *
     * @param first the first day that counts
     * @param last the last day that counts
     */
    List<PublicHoliday> publicHolidaysBetween(LocalDate first, LocalDate last);

    /** The last day of which the school holidays are known. */
    LocalDate publishedUntil();

    /** Who publishes the dates, and by which text, in French. */
    String source();
}
