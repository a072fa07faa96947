package fr.preau.communication.calendar;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolHolidays;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holidays in words. Of the last ones that are published the day of return is not: they end with
 * what is known, and it would be wrong to say that school goes on then.
 */
record FreeDays(SchoolCalendar school) {

    /** School holidays, then public ones. */
    List<String> between(LocalDate first, LocalDate last) {
        Stream<String> free = school.holidaysBetween(first, last).stream().map(this::line);
        Stream<String> resting =
                school.publicHolidaysBetween(first, last).stream()
                        .map(
                                each ->
                                        Wording.of(
                                                "calendar.holidays.day",
                                                each.name(),
                                                FrenchDays.day(each.date())));
        return Stream.concat(free, resting).toList();
    }

    private String line(SchoolHolidays holidays) {
        String first = FrenchDays.day(holidays.first());
        return hasKnownEnd(holidays)
                ? Wording.of(
                        "calendar.holidays.line",
                        holidays.name(),
                        first,
                        FrenchDays.day(holidays.last()))
                : Wording.of("calendar.holidays.open", holidays.name(), first);
    }

    /** As the title of an event. */
    String title(SchoolHolidays holidays) {
        return hasKnownEnd(holidays)
                ? holidays.name()
                : Wording.of("calendar.holidays.open.title", holidays.name());
    }

    private boolean hasKnownEnd(SchoolHolidays holidays) {
        return holidays.last().isBefore(school.publishedUntil());
    }
}
