package fr.preau.communication.calendar.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What goes out, read by the parser of calendar programs. */
class WrittenCalendarTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static WrittenEvent event(
            String title,
            String starts,
            String ends,
            @Nullable String until,
            List<String> except,
            List<String> cancelled) {
        boolean allDay = starts.length() == 10;
        return new WrittenEvent(
                "0191-é@preau",
                Instant.parse("2026-11-03T09:00:00Z"),
                4,
                title,
                "Salle 12",
                false,
                allDay,
                allDay ? LocalDate.parse(starts).atStartOfDay() : LocalDateTime.parse(starts),
                allDay ? LocalDate.parse(ends).atStartOfDay() : LocalDateTime.parse(ends),
                until == null ? null : LocalDate.parse(until),
                except.stream().map(LocalDate::parse).toList(),
                cancelled.stream().map(LocalDate::parse).toList());
    }

    private static byte[] written(WrittenEvent... events) {
        WrittenCalendar calendar =
                new WrittenCalendar("Préau · Sèvres", Duration.ofHours(4), "Annulé\u00a0: ");
        for (WrittenEvent event : events) {
            calendar.with(event);
        }
        return calendar.bytes();
    }

    /** As a program reads it that forgives nothing. */
    private static List<VEvent> read(byte[] bytes) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        return calendar.getComponents("VEVENT").stream().map(VEvent.class::cast).toList();
    }

    private static List<String> times(VEvent event, String from, String to) {
        return event
                .<ZonedDateTime>calculateRecurrenceSet(
                        new Period<>(
                                LocalDate.parse(from).atStartOfDay(PARIS),
                                LocalDate.parse(to).atStartOfDay(PARIS)))
                .stream()
                .map(period -> period.getStart().toInstant().toString())
                .toList();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    @Test
    void aWeeklyEventKeepsItsHourOverTheChangeInSpring() throws Exception {
        VEvent event =
                read(written(
                                event(
                                        "Judo",
                                        "2027-03-24T17:00",
                                        "2027-03-24T18:00",
                                        "2027-04-07",
                                        List.of(),
                                        List.of())))
                        .get(0);

        assertThat(times(event, "2027-03-01", "2027-05-01"))
                .containsExactly(
                        "2027-03-24T16:00:00Z", "2027-03-31T15:00:00Z", "2027-04-07T15:00:00Z");
    }

    @Test
    void aWeeklyEventKeepsItsHourOverTheChangeInAutumn() throws Exception {
        VEvent event =
                read(written(
                                event(
                                        "Judo",
                                        "2027-10-27T17:00",
                                        "2027-10-27T18:00",
                                        "2027-11-10",
                                        List.of("2027-11-03"),
                                        List.of())))
                        .get(0);

        assertThat(times(event, "2027-10-01", "2027-12-01"))
                .containsExactly("2027-10-27T15:00:00Z", "2027-11-10T16:00:00Z");
    }

    @Test
    void theHourThatComesTwiceIsTheFirstOfTheTwo() throws Exception {
        VEvent event =
                read(written(
                                event(
                                        "Nuit",
                                        "2027-10-31T02:30",
                                        "2027-10-31T06:00",
                                        null,
                                        List.of(),
                                        List.of())))
                        .get(0);

        assertThat(times(event, "2027-10-30", "2027-11-02"))
                .containsExactly("2027-10-31T00:30:00Z");
    }

    @Test
    void wholeDaysEndOnTheDayAfterAlsoOnTheTwentyNinthOfFebruary() throws Exception {
        VEvent event =
                read(written(
                                event(
                                        "Stage",
                                        "2028-02-28",
                                        "2028-02-29",
                                        null,
                                        List.of(),
                                        List.of())))
                        .get(0);

        assertThat(event.getStartDate().orElseThrow().getDate())
                .isEqualTo(LocalDate.of(2028, 2, 28));
        assertThat(event.getEndDate().orElseThrow().getDate()).isEqualTo(LocalDate.of(2028, 3, 1));
    }

    @Test
    void wholeDaysRepeatWithTheirExceptions() throws Exception {
        byte[] bytes =
                written(
                        event(
                                "Marché",
                                "2026-11-04",
                                "2026-11-04",
                                "2026-11-25",
                                List.of("2026-11-11"),
                                List.of()));

        assertThat(new String(bytes, UTF_8))
                .contains("RRULE:FREQ=WEEKLY;UNTIL=20261125\r\n", "EXDATE;VALUE=DATE:20261111\r\n");
        assertThat(read(bytes)).hasSize(1);
    }

    @Test
    void oneCancelledTimeIsAnOverrideOfItsSeries() throws Exception {
        List<VEvent> events =
                read(
                        written(
                                event(
                                        "Chorale",
                                        "2026-11-03T17:00",
                                        "2026-11-03T18:00",
                                        "2026-11-17",
                                        List.of(),
                                        List.of("2026-11-10"))));

        assertThat(events).hasSize(2);
        assertThat(value(events.get(1), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(events.get(1), "UID")).isEqualTo(value(events.get(0), "UID"));
        assertThat(value(events.get(1), "SUMMARY")).isEqualTo("Annulé\u00a0: Chorale");
        assertThat(events.get(1).getRequiredProperty("RECURRENCE-ID").toString().strip())
                .isEqualTo("RECURRENCE-ID;TZID=Europe/Paris:20261110T170000");
    }

    @Test
    void whatCrossesMidnightEndsOnTheNextDay() throws Exception {
        byte[] bytes =
                written(
                        event(
                                "Nuit",
                                "2026-12-31T22:00",
                                "2027-01-01T01:00",
                                null,
                                List.of(),
                                List.of()));

        assertThat(new String(bytes, UTF_8))
                .contains(
                        "DTSTART;TZID=Europe/Paris:20261231T220000\r\n",
                        "DTEND;TZID=Europe/Paris:20270101T010000\r\n");
        assertThat(read(bytes)).hasSize(1);
    }

    @Test
    void accentsEmojiAndSignsOfTheFormatComeThroughAndNoLineIsLongerThan75Octets()
            throws Exception {
        String title = "Fête d’été 🎉👩‍🏫, à l’école; « c\\est » — ".repeat(3).strip();
        byte[] bytes =
                written(
                        event(
                                title,
                                "2026-11-03T17:00",
                                "2026-11-03T18:00",
                                null,
                                List.of(),
                                List.of()));

        assertThat(new String(bytes, UTF_8).split("\r\n"))
                .allSatisfy(
                        line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(new String(bytes, UTF_8).replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(value(read(bytes).get(0), "SUMMARY")).isEqualTo(title);
    }

    @Test
    void aTitleWithLineBreaksBringsNoLineOfItsOwn() throws Exception {
        byte[] bytes =
                written(
                        event(
                                "Fête\r\n"
                                        + "END:VEVENT\r\n"
                                        + "BEGIN:VEVENT\u0000\n"
                                        + "ATTACH:https://x.example",
                                "2026-11-03T17:00",
                                "2026-11-03T18:00",
                                null,
                                List.of(),
                                List.of()));

        assertThat(read(bytes)).hasSize(1);
        assertThat(new String(bytes, UTF_8)).doesNotContain("\r\nATTACH", "\u0000");
    }

    @Test
    void whatPreauWritesItReads() {
        byte[] bytes =
                written(
                        event(
                                "Fête, été; 🎉",
                                "2026-11-10T17:00",
                                "2026-11-10T18:00",
                                "2026-12-01",
                                List.of("2026-11-17"),
                                List.of()));

        ReadCalendar read =
                new CalendarReader(LocalDate.of(2026, 11, 3)).read(new String(bytes, UTF_8));

        assertThat(read.problems()).isEmpty();
        assertThat(read.events()).hasSize(1);
        assertThat(read.events().get(0).title()).isEqualTo("Fête, été; 🎉");
        assertThat(read.events().get(0).weeklyUntil()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(read.events().get(0).except()).containsExactly(LocalDate.of(2026, 11, 17));
    }
}
