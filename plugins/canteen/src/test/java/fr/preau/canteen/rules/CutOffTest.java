package fr.preau.canteen.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.preau.api.school.PublicHoliday;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolDay;
import fr.preau.api.school.SchoolHolidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when a meal is booked, by the clocks of Paris and the days of school. */
class CutOffTest {

    /** Autumn holidays from 17 October to 1 November 2026, and 11 November. */
    private static final SchoolCalendar SCHOOL =
            new SchoolCalendar() {
                @Override
                public SchoolDay on(LocalDate day) {
                    @Nullable SchoolHolidays autumn =
                            day.isBefore(LocalDate.of(2026, 10, 17))
                                            || day.isAfter(LocalDate.of(2026, 11, 1))
                                    ? null
                                    : new SchoolHolidays(
                                            "Toussaint",
                                            LocalDate.of(2026, 10, 17),
                                            LocalDate.of(2026, 11, 1));
                    @Nullable PublicHoliday armistice =
                            day.equals(LocalDate.of(2026, 11, 11))
                                    ? new PublicHoliday("Armistice", day)
                                    : null;
                    return new SchoolDay(day, armistice, autumn, true);
                }

                @Override
                public List<SchoolHolidays> holidaysBetween(LocalDate first, LocalDate last) {
                    return List.of();
                }

                @Override
                public List<PublicHoliday> publicHolidaysBetween(LocalDate first, LocalDate last) {
                    return List.of();
                }

                @Override
                public LocalDate publishedUntil() {
                    return LocalDate.MAX;
                }

                @Override
                public String source() {
                    return "";
                }
            };

    @ParameterizedTest
    @CsvSource({
        // the day before, the same day, over a week-end, over a holiday, over all holidays
        "2026-11-24, 1, 10:00, 2026-11-23T09:00:00Z",
        "2026-11-24, 0, 09:30, 2026-11-24T08:30:00Z",
        "2026-11-23, 1, 10:00, 2026-11-20T09:00:00Z",
        "2026-11-12, 1, 10:00, 2026-11-10T09:00:00Z",
        "2026-11-02, 1, 10:00, 2026-10-16T08:00:00Z",
        "2026-11-02, 3, 00:00, 2026-10-13T22:00:00Z",
        // 29 February, and the year’s end
        "2028-03-01, 1, 23:59, 2028-02-29T22:59:00Z",
        "2027-01-01, 1, 10:00, 2026-12-31T09:00:00Z"
    })
    void isCountedInDaysOfSchool(LocalDate meal, int days, LocalTime time, Instant until) {
        CutOff cutOff = new CutOff(days, time);

        assertThat(cutOff.of(meal, SCHOOL)).isEqualTo(until);
        assertThat(cutOff.isBefore(until.minusMillis(1), meal, SCHOOL)).isTrue();
        assertThat(cutOff.isBefore(until, meal, SCHOOL)).isFalse();
    }

    @Test
    void anHourThatTheClocksLeaveOutIsTheNextOne() {
        // On 28 March 2027, a Sunday, 2 o’clock is 3 o’clock: no day of school, but an hour.
        assertThat(new CutOff(0, LocalTime.of(2, 30)).of(LocalDate.of(2027, 3, 28), SCHOOL))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"-1", "11"})
    void noKitchenAsksForMore(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CutOff(days, LocalTime.NOON));
    }
}
