package fr.preau.api.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days and hours as people in France say them. */
public final class FrenchDays {

    /** Keeps « 17 h 05 » on one line. */
    public static final String NO_BREAK = "\u00a0";

    private FrenchDays() {}

    /** « mardi 3 novembre 2026 ». */
    public static String day(LocalDate day) {
        return dayOfYear(day) + " " + day.getYear();
    }

    /** « mardi 3 novembre ». */
    public static String dayOfYear(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRANCE)
                + " "
                + (day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth()))
                + NO_BREAK
                + day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRANCE);
    }

    /** « novembre 2026 ». */
    public static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRANCE)
                + " "
                + month.getYear();
    }

    /** « 17 h », « 8 h 05 ». */
    public static String hour(LocalTime time) {
        String hour = time.getHour() + NO_BREAK + "h";
        return time.getMinute() == 0
                ? hour
                : hour + NO_BREAK + (time.getMinute() < 10 ? "0" : "") + time.getMinute();
    }
}
