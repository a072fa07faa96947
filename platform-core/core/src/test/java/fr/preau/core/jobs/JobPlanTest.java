package fr.preau.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a job is due, also in the two nights of the year that are no usual nights. */
class JobPlanTest {

    /** Whose delay is nothing, as the hash of the empty text. */
    private static JobPlan daily(String time) {
        return new JobPlan(new Job.Daily(LocalTime.parse(time)), "");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void aDailyJobIsDueAtItsTimeInParis() {
        assertThat(daily("02:30").first(at("2026-01-10T12:00:00Z")))
                .isEqualTo(at("2026-01-11T01:30:00Z"));
        assertThat(daily("02:30").first(at("2026-07-10T12:00:00Z")))
                .isEqualTo(at("2026-07-11T00:30:00Z"));
    }

    @Test
    void aTimeThatTheNightInMarchSkipsComesAnHourLaterAndOnce() {
        Instant due = daily("02:30").first(at("2026-03-28T12:00:00Z"));
        assertThat(due).as("03:30 in Paris").isEqualTo(at("2026-03-29T01:30:00Z"));
        assertThat(daily("02:30").next(due, due)).isEqualTo(at("2026-03-30T00:30:00Z"));
    }

    @Test
    void aTimeThatTheNightInOctoberHasTwiceComesOnce() {
        Instant due = daily("02:30").first(at("2026-10-24T12:00:00Z"));
        assertThat(due).as("the first 02:30").isEqualTo(at("2026-10-25T00:30:00Z"));
        assertThat(daily("02:30").next(due, due.plusSeconds(5)))
                .isEqualTo(at("2026-10-26T01:30:00Z"));
    }

    @Test
    void whatWasMissedIsNotMadeUp() {
        Instant due = at("2026-01-10T01:30:00Z");
        assertThat(daily("02:30").next(due, at("2026-01-13T08:00:00Z")))
                .isEqualTo(at("2026-01-14T01:30:00Z"));
        JobPlan hourly = new JobPlan(new Job.Every(Duration.ofHours(1)), "");
        assertThat(hourly.next(due, at("2026-01-10T04:45:00Z")))
                .as("keeps its minute")
                .isEqualTo(at("2026-01-10T05:30:00Z"));
        assertThat(hourly.next(due, due)).isEqualTo(at("2026-01-10T02:30:00Z"));
    }

    @Test
    void aHundredCollegesDoNotBeginInTheSameSecondButWithinTenMinutes() {
        Instant noon = at("2026-01-10T12:00:00Z");
        Set<Instant> begins = new HashSet<>();
        for (int i = 0; i < 99; i++) {
            JobPlan plan =
                    new JobPlan(new Job.Daily(LocalTime.of(2, 30)), (920000 + i) + "/canteen/bill");
            Instant first = plan.first(noon);
            begins.add(first);
            assertThat(first)
                    .isBetween(at("2026-01-11T01:30:00Z"), at("2026-01-11T01:40:00Z"))
                    .isEqualTo(plan.first(noon.plusSeconds(60)));
        }
        assertThat(begins).hasSizeGreaterThan(50);
    }

    @Test
    void aDelayThatReachesPastMidnightLosesNoDay() {
        JobPlan plan = new JobPlan(new Job.Daily(LocalTime.of(23, 59)), "920001/canteen/bill");
        Instant first = plan.first(at("2026-01-10T12:00:00Z"));
        assertThat(plan.first(first.minusSeconds(1))).isEqualTo(first);
        assertThat(plan.next(first, first)).isEqualTo(first.plus(Duration.ofDays(1)));
    }
}
