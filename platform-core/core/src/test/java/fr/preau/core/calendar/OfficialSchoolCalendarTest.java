package fr.preau.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolHolidays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of school of zone C. */
class OfficialSchoolCalendarTest {

    private final SchoolCalendar calendar = OfficialSchoolCalendar.zoneC();

    @ParameterizedTest
    @CsvSource({
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2028-04-16",
        "2029-04-01",
        "2038-04-25",
        "2285-03-22",
        "1961-04-02",
        "2000-04-23"
    })
    void easterIsOnTheSundayOfTheChurch(LocalDate easter) {
        assertThat(PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void aYearHasElevenPublicHolidays() {
        assertThat(
                        calendar.publicHolidaysBetween(
                                LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)))
                .extracting(holiday -> holiday.name() + ", " + holiday.date())
                .containsExactly(
                        "Jour de l’an, 2027-01-01",
                        "Lundi de Pâques, 2027-03-29",
                        "Fête du travail, 2027-05-01",
                        "Ascension, 2027-05-06",
                        "Victoire de 1945, 2027-05-08",
                        "Lundi de Pentecôte, 2027-05-17",
                        "Fête nationale, 2027-07-14",
                        "Assomption, 2027-08-15",
                        "Toussaint, 2027-11-01",
                        "Armistice de 1918, 2027-11-11",
                        "Noël, 2027-12-25");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-31, false, Vacances d’été",
        "2026-09-01, true,",
        "2026-10-16, true,",
        "2026-10-17, false, Vacances de la Toussaint",
        "2026-11-01, false, Toussaint",
        "2026-11-02, true,",
        "2026-11-11, false, Armistice de 1918",
        "2026-11-14, false,",
        "2027-02-05, true,",
        "2027-02-06, false, Vacances d’hiver",
        "2027-02-21, false, Vacances d’hiver",
        "2027-02-22, true,",
        "2027-05-07, false, Pont de l’Ascension",
        "2027-05-10, true,",
        "2028-02-29, true,",
        "2028-07-03, true,",
        "2028-07-04, false, Vacances d’été"
    })
    void aDayIsADayOfSchoolOrSaysWhyNot(LocalDate day, boolean school, String why) {
        assertThat(calendar.on(day).isSchoolDay()).isEqualTo(school);
        assertThat(calendar.on(day).holidayName()).isEqualTo(Optional.ofNullable(why));
    }

    @Test
    void holidaysThatBeganBeforeAreThereToo() {
        assertThat(calendar.holidaysBetween(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31)))
                .containsExactly(
                        new SchoolHolidays(
                                "Vacances de Noël",
                                LocalDate.of(2026, 12, 19),
                                LocalDate.of(2027, 1, 3)));
    }

    @Test
    void aYearThatIsNotPublishedYetSaysSo() {
        LocalDate first = calendar.publishedUntil().plusDays(1);

        assertThat(calendar.on(calendar.publishedUntil()).published()).isTrue();
        assertThat(calendar.on(first).published()).isFalse();
        assertThat(calendar.on(LocalDate.of(2026, 6, 1)).published()).isFalse();
        assertThat(calendar.holidaysBetween(first, first.plusYears(1))).isEqualTo(List.of());
    }

    @Test
    void theDatesSayWhoPublishedThem() {
        assertThat(calendar.source()).contains("zone C", "ministère de l’Éducation nationale");
    }
}
