package fr.preau.communication.circulars;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people say it, as in « mardi 1er décembre 2026 ». */
public final class Day {

    private static final DateTimeFormatter FIRST =
            DateTimeFormatter.ofPattern("EEEE d'er' MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter OTHERS =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRENCH);

    private static final DateTimeFormatter MONTHS =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private Day() {}

    /** A month that is written as in {@code 2026-11}. */
    public static String month(String month) {
        return MONTHS.format(YearMonth.parse(month));
    }

    public static String said(LocalDate day) {
        return (day.getDayOfMonth() == 1 ? FIRST : OTHERS).format(day);
    }
}
