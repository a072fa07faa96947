package fr.preau.portal.look;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and times as people in France say them, seen from now. */
public final class FrenchMoments {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Keeps « 14 h 05 » on one line. */
    private static final String NO_BREAK = "\u00a0";

    private final Clock clock;

    public FrenchMoments(Clock clock) {
        this.clock = clock;
    }

    /** « aujourd’hui à 14 h 05 », « mardi 3 novembre à 8 h ». */
    public String moment(Instant instant) {
        ZonedDateTime there = instant.atZone(PARIS);
        return nearDay(there.toLocalDate()) + " à " + time(there.toLocalTime());
    }

    /** « mardi 3 novembre », with the year if it is another one than this. */
    public String day(LocalDate day) {
        String said =
                weekday(day)
                        + " "
                        + dayOfMonth(day)
                        + NO_BREAK
                        + day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRANCE);
        return day.getYear() == today().getYear() ? said : said + " " + day.getYear();
    }

    /** « novembre 2026 ». */
    public String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRANCE)
                + " "
                + month.getYear();
    }

    /** « mardi ». */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRANCE);
    }

    /** « mar. ». */
    public String shortWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.FRANCE);
    }

    public LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }

    private String nearDay(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return "aujourd’hui";
        }
        if (day.equals(today.minusDays(1))) {
            return "hier";
        }
        return day.equals(today.plusDays(1)) ? "demain" : day(day);
    }

    private static String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
    }

    private static String time(LocalTime time) {
        int minute = time.getMinute();
        String hour = time.getHour() + NO_BREAK + "h";
        return minute == 0 ? hour : hour + NO_BREAK + (minute < 10 ? "0" : "") + minute;
    }
}
