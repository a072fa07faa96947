package fr.preau.core.calendar;

import fr.preau.api.school.PublicHoliday;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The eleven public holidays of a year (code du travail, article L. 3133-1), as they hold outside
 * Alsace, Moselle and the overseas départements.
 */
final class PublicHolidays {

    private static final Map<MonthDay, String> EACH_YEAR =
            Map.of(
                    MonthDay.of(1, 1), "Jour de l’an",
                    MonthDay.of(5, 1), "Fête du travail",
                    MonthDay.of(5, 8), "Victoire de 1945",
                    MonthDay.of(7, 14), "Fête nationale",
                    MonthDay.of(8, 15), "Assomption",
                    MonthDay.of(11, 1), "Toussaint",
                    MonthDay.of(11, 11), "Armistice de 1918",
                    MonthDay.of(12, 25), "Noël");

    private PublicHolidays() {}

    /** In the order of the year. */
    static List<PublicHoliday> of(int year) {
        LocalDate easter = easter(year);
        return Stream.concat(
                        EACH_YEAR.entrySet().stream()
                                .map(
                                        day ->
                                                new PublicHoliday(
                                                        day.getValue(), day.getKey().atYear(year))),
                        Stream.of(
                                new PublicHoliday("Lundi de Pâques", easter.plusDays(1)),
                                new PublicHoliday("Ascension", easter.plusDays(39)),
                                new PublicHoliday("Lundi de Pentecôte", easter.plusDays(50))))
                .sorted(Comparator.comparing(PublicHoliday::date))
                .toList();
    }

    /**
     * Easter Sunday: the first one after the full moon of spring, by the arithmetic that was
     * published without a name in Nature of 20 April 1876, and that Meeus's « Astronomical
     * Algorithms » prints (chapter 8). The letters are the author's.
     */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
