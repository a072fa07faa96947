package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.SchoolClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Meetings on the days that are not like others. */
class MeetingTimesTest {

    private static final SchoolClass CLASS = new SchoolClass(new ClassId(UUID.randomUUID()), "5eB");

    private static MeetingForm at(String now) {
        return new MeetingForm(Meeting.Kind.EVENING, List.of(CLASS), List.of(), Instant.parse(now));
    }

    private static MeetingInput on(String day, String from, String to, String closes) {
        return new MeetingInput(
                "Réunion",
                LocalDate.parse(day),
                from,
                to,
                10,
                5,
                5,
                null,
                "",
                "2026-01-05T08:00",
                closes,
                null,
                List.of(CLASS.id()),
                null,
                null,
                null);
    }

    @Test
    void theLastEveningBeforeMidnightIsTaken() {
        MeetingForm form = at("2027-01-05T08:00:00Z");
        MeetingInput input = on("2027-02-01", "22:00", "23:55", "2027-02-01T22:00");

        assertThat(form.problems(input)).isEqualTo(Violations.none());
        assertThat(form.plan(input).whole().end()).isEqualTo("2027-02-01T22:55:00Z");
    }

    @Test
    void theDayOnWhichSummerTimeBeginsHasItsHourLess() {
        MeetingForm form = at("2027-01-05T08:00:00Z");
        MeetingInput input = on("2027-03-28", "01:00", "04:00", "2027-03-27T20:00");

        Slot whole = form.plan(input).whole();

        assertThat(Duration.between(whole.start(), whole.end())).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theDayOnWhichItEndsHasItsHourMore() {
        MeetingForm form = at("2027-01-05T08:00:00Z");
        MeetingInput input = on("2027-10-31", "01:00", "04:00", "2027-10-30T20:00");

        Slot whole = form.plan(input).whole();

        assertThat(Duration.between(whole.start(), whole.end())).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void theTwentyNinthOfFebruaryIsADayLikeOthers() {
        MeetingForm form = at("2028-01-05T08:00:00Z");

        assertThat(form.problems(on("2028-02-29", "17:00", "20:00", "2028-02-28T20:00")))
                .isEqualTo(Violations.none());
    }

    @Test
    void timesGoFiveByFiveAndEndAfterTheyBegin() {
        MeetingForm form = at("2027-01-05T08:00:00Z");

        assertThat(form.problems(on("2027-02-01", "17:03", "20:00", "2027-01-30T20:00")).byField())
                .containsOnlyKeys("from");
        assertThat(form.problems(on("2027-02-01", "20:00", "17:00", "2027-01-30T20:00")).byField())
                .containsOnlyKeys("to");
        assertThat(form.problems(on("2027-02-01", "05:00", "20:00", "2027-01-30T20:00")).byField())
                .containsOnlyKeys("to");
        assertThat(form.problems(on("2027-02-01", "17 h", "20:00", "2027-01-30T20:00")).byField())
                .containsOnlyKeys("from");
        assertThat(form.problems(on("2027-02-01", "17:00", "20:00", "2027-02-01T17:05")).byField())
                .containsOnlyKeys("closes");
    }

    @Test
    void aSlotTakesEveryFiveMinutesThatItTouches() {
        Slot slot =
                new Slot(
                        Instant.parse("2027-02-01T17:00:00Z"),
                        Instant.parse("2027-02-01T17:10:00Z"));

        assertThat(slot.ticks(0)).hasSize(2);
        assertThat(slot.ticks(5)).hasSize(3);
        assertThat(slot.ticks(0).get(0)).isEqualTo(Slot.tickOf(slot.start()));
    }
}
