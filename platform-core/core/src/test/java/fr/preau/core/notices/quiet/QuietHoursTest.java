package fr.preau.core.notices.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.core.calendar.OfficialSchoolCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the first moment comes at which a collège sends something, in Paris. */
class QuietHoursTest {

    private static final SchoolCalendar CALENDAR = OfficialSchoolCalendar.zoneC();

    private static String next(QuietHours hours, String local) {
        Instant from = LocalDateTime.parse(local).atZone(SchoolCalendar.ZONE).toInstant();
        return hours.next(from, CALENDAR).atZone(SchoolCalendar.ZONE).toLocalDateTime().toString();
    }

    private static QuietHours nights(String begins, String ends) {
        return new QuietHours(LocalTime.parse(begins), LocalTime.parse(ends), false, false);
    }

    @ParameterizedTest
    @CsvSource({
        // A day of school, and its edges.
        "2026-11-30T07:00, 2026-11-30T07:00",
        "2026-11-30T12:00, 2026-11-30T12:00",
        "2026-11-30T19:59:59, 2026-11-30T19:59:59",
        "2026-11-30T20:00, 2026-12-01T07:00",
        "2026-11-30T23:30, 2026-12-01T07:00",
        "2026-12-01T00:00, 2026-12-01T07:00",
        "2026-12-01T06:59:59, 2026-12-01T07:00",
        // Friday evening and the week-end wait for Monday.
        "2026-11-27T20:30, 2026-11-30T07:00",
        "2026-11-28T11:00, 2026-11-30T07:00",
        // Armistice on a Wednesday.
        "2026-11-11T09:00, 2026-11-12T07:00",
        "2026-11-10T21:00, 2026-11-12T07:00",
        // Christmas holidays of zone C.
        "2026-12-23T10:00, 2027-01-04T07:00",
    })
    void theUsualHoursKeepNightsWeekEndsAndHolidaysQuiet(String told, String sent) {
        assertThat(next(QuietHours.USUAL, told)).isEqualTo(sent);
    }

    @Test
    void theMorningOfTheChangeToSummerTimeComesAnHourEarlier() {
        QuietHours hours = nights("20:00", "07:00");
        Instant sent =
                hours.next(Instant.parse("2027-03-27T21:00:00Z"), CALENDAR); // 22:00 on Saturday

        assertThat(sent).isEqualTo("2027-03-28T05:00:00Z");
    }

    @Test
    void anHourThatTheChangeLeavesOutIsTheOneAfterIt() {
        assertThat(next(nights("20:00", "02:30"), "2027-03-27T22:00"))
                .isEqualTo("2027-03-28T03:30");
    }

    @Test
    void theNightOfTheChangeToWinterTimeIsAnHourLonger() {
        Instant sent =
                nights("20:00", "07:00").next(Instant.parse("2026-10-24T20:00:00Z"), CALENDAR);

        assertThat(sent).isEqualTo("2026-10-25T06:00:00Z");
    }

    @Test
    void hoursWithinADayDoNotGoOverMidnight() {
        QuietHours noon = nights("12:00", "14:00");

        assertThat(next(noon, "2026-11-30T11:59")).isEqualTo("2026-11-30T11:59");
        assertThat(next(noon, "2026-11-30T12:00")).isEqualTo("2026-11-30T14:00");
        assertThat(next(noon, "2026-11-30T23:00")).isEqualTo("2026-11-30T23:00");
    }

    @Test
    void theSameHourTwiceIsNoQuietNight() {
        assertThat(next(nights("00:00", "00:00"), "2026-11-30T03:00"))
                .isEqualTo("2026-11-30T03:00");
    }

    @Test
    void aWeekEndAloneEndsOnMondayAtMidnight() {
        QuietHours weekends = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true, false);

        assertThat(next(weekends, "2026-11-28T11:00")).isEqualTo("2026-11-30T00:00");
    }
}
