package fr.preau.core.calendar;

import fr.preau.api.school.PublicHoliday;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolDay;
import fr.preau.api.school.SchoolHolidays;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The calendar of a zone as it lies in a small file beside this class: the dates of the ministry,
 * which are law, and the same for all collèges of the zone. A new year is a new release of Préau.
 */
public final class OfficialSchoolCalendar implements SchoolCalendar {

    private final String source;
    private final List<SchoolHolidays> holidays;
    private final LocalDate publishedUntil;

    private OfficialSchoolCalendar(String source, List<SchoolHolidays> holidays) {
        this.source = source;
        this.holidays = List.copyOf(holidays);
        this.publishedUntil = holidays.get(holidays.size() - 1).last();
    }

    /** The zone of the académies of Créteil, Montpellier, Paris, Toulouse and Versailles. */
    public static OfficialSchoolCalendar zoneC() {
        return read("zone-c.csv");
    }

    /**
     * The first line says the source; a line each: name, first day without school, day on which
     * school goes on. They stand in their order and don't overlap.
     */
    private static OfficialSchoolCalendar read(String file) {
        try (InputStream bytes =
                        Objects.requireNonNull(
                                OfficialSchoolCalendar.class.getResourceAsStream(file), file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            String source = Objects.requireNonNull(lines.readLine(), file).substring("# ".length());
            List<SchoolHolidays> holidays = new ArrayList<>();
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(OfficialSchoolCalendar::holidaysOf)
                    .forEach(each -> addAfter(holidays, each));
            return new OfficialSchoolCalendar(source, holidays);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static SchoolHolidays holidaysOf(String line) {
        List<String> columns = List.of(line.split(";", -1));
        return new SchoolHolidays(
                columns.get(0),
                LocalDate.parse(columns.get(1)),
                LocalDate.parse(columns.get(2)).minusDays(1));
    }

    private static void addAfter(List<SchoolHolidays> before, SchoolHolidays next) {
        if (!before.isEmpty() && !next.first().isAfter(before.get(before.size() - 1).last())) {
            throw new IllegalStateException(next + " does not stand after those before");
        }
        before.add(next);
    }

    @Override
    public SchoolDay on(LocalDate day) {
        List<PublicHoliday> resting = publicHolidaysBetween(day, day);
        List<SchoolHolidays> away = holidaysBetween(day, day);
        return new SchoolDay(
                day,
                resting.isEmpty() ? null : resting.get(0),
                away.isEmpty() ? null : away.get(0),
                !day.isAfter(publishedUntil) && !day.isBefore(holidays.get(0).first()));
    }

    @Override
    public List<SchoolHolidays> holidaysBetween(LocalDate first, LocalDate last) {
        return holidays.stream()
                .filter(each -> !each.first().isAfter(last) && !each.last().isBefore(first))
                .toList();
    }

    @Override
    public List<PublicHoliday> publicHolidaysBetween(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear())
                .boxed()
                .flatMap(year -> PublicHolidays.of(year).stream())
                .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
                .toList();
    }

    @Override
    public LocalDate publishedUntil() {
        return publishedUntil;
    }

    @Override
    public String source() {
        return source;
    }
}
