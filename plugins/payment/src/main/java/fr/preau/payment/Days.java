package fr.preau.payment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people say them. */
public final class Days {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private Days() {}

    /** As in « 3 novembre 2026 ». */
    public static String of(LocalDate day) {
        return DAY.format(day);
    }
}
