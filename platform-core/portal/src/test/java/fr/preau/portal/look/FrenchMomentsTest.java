package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FrenchMomentsTest {

    private static Instant inParis(String localTime) {
        return LocalDateTime.parse(localTime).atZone(FrenchMoments.PARIS).toInstant();
    }

    /** What is said, with ordinary spaces for reading. */
    private static String said(String moment, String now) {
        Clock clock = Clock.fixed(inParis(now), ZoneOffset.UTC);
        return new FrenchMoments(clock).moment(inParis(moment)).replace('\u00a0', ' ');
    }

    @Test
    void theSameDayIsToday() {
        assertThat(said("2026-11-03T14:05", "2026-11-03T18:00")).isEqualTo("aujourd’hui à 14 h 05");
    }

    @Test
    void theDayBeforeIsYesterdayAndTheDayAfterIsTomorrow() {
        assertThat(said("2026-11-02T09:00", "2026-11-03T18:00")).isEqualTo("hier à 9 h");
        assertThat(said("2026-11-04T08:30", "2026-11-03T18:00")).isEqualTo("demain à 8 h 30");
    }

    @Test
    void anotherDayOfTheYearHasNoYear() {
        assertThat(said("2026-11-03T08:30", "2026-12-14T18:00"))
                .isEqualTo("mardi 3 novembre à 8 h 30");
    }

    @Test
    void aDayOfAnotherYearHasItsYear() {
        assertThat(said("2025-11-03T08:30", "2026-11-03T18:00"))
                .isEqualTo("lundi 3 novembre 2025 à 8 h 30");
    }

    @Test
    void theFirstOfAMonthIsSaidAsAnOrdinal() {
        assertThat(said("2026-09-01T08:00", "2026-11-03T18:00"))
                .isEqualTo("mardi 1er septembre à 8 h");
    }

    @Test
    void midnightBelongsToTheDayThatBegins() {
        assertThat(said("2026-11-03T00:00", "2026-11-03T00:01")).isEqualTo("aujourd’hui à 0 h");
        assertThat(said("2026-11-02T23:59", "2026-11-03T00:00")).isEqualTo("hier à 23 h 59");
    }

    @Test
    void theDayIsTheOneOfParisNotOfTheServer() {
        Clock clock = Clock.fixed(Instant.parse("2026-07-01T22:30:00Z"), ZoneOffset.UTC);
        assertThat(new FrenchMoments(clock).moment(Instant.parse("2026-07-01T22:10:00Z")))
                .isEqualTo("aujourd’hui à 0\u00a0h\u00a010");
    }

    @Test
    void summerTimeMovesTheHourButNotTheDay() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-29T10:00:00Z"), ZoneOffset.UTC);
        FrenchMoments moments = new FrenchMoments(clock);
        assertThat(moments.moment(Instant.parse("2026-03-29T00:59:00Z")))
                .isEqualTo("aujourd’hui à 1\u00a0h\u00a059");
        assertThat(moments.moment(Instant.parse("2026-03-29T01:00:00Z")))
                .isEqualTo("aujourd’hui à 3\u00a0h");
    }

    @Test
    void theHourThatComesTwiceInAutumnIsSaidTwice() {
        Clock clock = Clock.fixed(Instant.parse("2026-10-25T10:00:00Z"), ZoneOffset.UTC);
        FrenchMoments moments = new FrenchMoments(clock);
        assertThat(moments.moment(Instant.parse("2026-10-25T00:30:00Z")))
                .isEqualTo(moments.moment(Instant.parse("2026-10-25T01:30:00Z")))
                .isEqualTo("aujourd’hui à 2\u00a0h\u00a030");
    }

    @Test
    void theTwentyNinthOfFebruaryIsTheDayBeforeTheFirstOfMarch() {
        assertThat(said("2028-02-29T12:00", "2028-03-01T12:00")).isEqualTo("hier à 12 h");
        assertThat(said("2028-02-29T12:00", "2028-03-05T12:00"))
                .isEqualTo("mardi 29 février à 12 h");
    }

    @Test
    void monthsAndDaysAreSaidWithoutTheTime() {
        FrenchMoments moments =
                new FrenchMoments(Clock.fixed(inParis("2026-11-03T12:00"), ZoneOffset.UTC));
        assertThat(moments.month(YearMonth.of(2026, 8))).isEqualTo("août 2026");
        assertThat(moments.day(LocalDate.of(2026, 11, 11))).isEqualTo("mercredi 11\u00a0novembre");
    }
}
