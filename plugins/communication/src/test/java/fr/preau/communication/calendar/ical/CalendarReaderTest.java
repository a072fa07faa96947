package fr.preau.communication.calendar.ical;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.communication.calendar.ical.ReadProblem.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in, also from those who mean no good. */
class CalendarReaderTest {

    private static ReadCalendar read(String... lines) {
        return new CalendarReader(LocalDate.of(2026, 11, 3)).read(String.join("\r\n", lines));
    }

    private static ReadCalendar event(String... lines) {
        return read(
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                String.join("\r\n", lines),
                "END:VEVENT",
                "END:VCALENDAR");
    }

    private static ReadEvent only(ReadCalendar read) {
        assertThat(read.events()).as("%s", read.problems()).hasSize(1);
        return read.events().get(0);
    }

    private static List<String> problems(ReadCalendar read) {
        return read.problems().stream().map(each -> each.kind() + " " + each.line()).toList();
    }

    @Test
    void foldedLinesAndEscapedSignsAreReadAsTheyWereMeant() {
        ReadEvent event =
                only(
                        event(
                                "UID:1",
                                "DTSTART:20261110T160000Z",
                                "SUMMARY:Fête\\, à l’é",
                                " cole\\; oui",
                                "DESCRIPTION:un\\ndeux\\\\trois"));

        assertThat(event.title()).isEqualTo("Fête, à l’école; oui");
        assertThat(event.details()).isEqualTo("un\ndeux\\trois");
        assertThat(event.starts()).isEqualTo(LocalDateTime.of(2026, 11, 10, 17, 0));
    }

    @Test
    void hoursOfOtherPlacesBecomeThoseOfParis() {
        assertThat(
                        only(event("DTSTART;TZID=\"America/New_York\":20261110T090000"))
                                .starts()
                                .getHour())
                .isEqualTo(15);
        assertThat(
                        only(event("DTSTART;TZID=Romance Standard Time:20261110T090000"))
                                .starts()
                                .getHour())
                .isEqualTo(9);
        assertThat(
                        only(event("DTSTART;TZID=/mozilla.org/Europe/London:20261110T090000"))
                                .starts()
                                .getHour())
                .isEqualTo(10);
        ReadCalendar unknown = event("DTSTART;TZID=Mars/Olympus:20261110T090000");
        assertThat(only(unknown).starts().getHour()).isEqualTo(9);
        assertThat(problems(unknown)).containsExactly("ZONE 3");
    }

    @Test
    void wholeDaysEndOnTheDayBeforeTheirEnd() {
        ReadEvent event = only(event("DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280301"));

        assertThat(event.allDay()).isTrue();
        assertThat(event.ends()).isEqualTo(LocalDate.of(2028, 2, 29).atStartOfDay());
        assertThat(only(event("DTSTART;VALUE=DATE:20280228", "DURATION:P1D")).ends())
                .isEqualTo(LocalDate.of(2028, 2, 28).atStartOfDay());
    }

    @Test
    void eachWeekIsTakenAndAnEndlessOneIsCut() {
        assertThat(
                        only(event("DTSTART:20261110T160000Z", "RRULE:FREQ=WEEKLY;COUNT=3"))
                                .weeklyUntil())
                .isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(
                        only(event(
                                        "DTSTART:20261110T160000Z",
                                        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201T160000Z"))
                                .weeklyUntil())
                .isEqualTo(LocalDate.of(2026, 12, 1));
        ReadCalendar endless = event("DTSTART:20150106T160000Z", "RRULE:FREQ=WEEKLY");
        assertThat(problems(endless)).containsExactly("ENDLESS 4");
        assertThat(only(endless).starts()).isEqualTo(LocalDateTime.of(2026, 11, 3, 17, 0));
        assertThat(only(endless).weeklyUntil()).isBefore(LocalDate.of(2028, 1, 1));
        ReadCalendar daily = event("DTSTART:20261110T160000Z", "RRULE:FREQ=DAILY");
        assertThat(problems(daily)).containsExactly("RULE 4");
        assertThat(only(daily).weeklyUntil()).isNull();
    }

    @Test
    void aTimeThatWasMovedStandsForItselfAndIsLeftOutOfItsSeries() {
        ReadCalendar read =
                read(
                        "BEGIN:VCALENDAR",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "DTSTART:20261110T160000Z",
                        "RRULE:FREQ=WEEKLY;COUNT=3",
                        "EXDATE:20261124T160000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:a",
                        "RECURRENCE-ID:20261117T160000Z",
                        "DTSTART:20261118T160000Z",
                        "END:VEVENT",
                        "END:VCALENDAR");

        assertThat(read.events()).extracting(ReadEvent::uid).containsExactly("a", "a#2026-11-17");
        assertThat(read.events().get(0).except())
                .containsExactly(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 17));
    }

    @Test
    void whatIsBrokenIsNamedByItsLineAndTheRestIsTaken() {
        ReadCalendar read =
                read(
                        "BEGIN:VCALENDAR",
                        "n’importe quoi",
                        "BEGIN:VEVENT",
                        "SUMMARY:Sans date",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART:20270231T090000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART:20261110T160000Z",
                        "DTEND:20261110T150000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:b",
                        "DTSTART:20261110T160000Z",
                        "SUMMARY:Bon",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:b",
                        "DTSTART:20261110T160000Z",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART:99990101T000000Z",
                        "END:VEVENT",
                        "END:VCALENDAR");

        assertThat(only(read).title()).isEqualTo("Bon");
        assertThat(problems(read))
                .containsExactly(
                        "LINE 2", "DATE 3", "DATE 7", "BACKWARDS 9", "TWICE 18", "TOO_FAR 22");
    }

    @Test
    void whatIsNoCalendarIsSaidToBeNone() {
        assertThat(problems(read(""))).containsExactly("NOT_A_CALENDAR 1");
        assertThat(problems(read("BEGIN:VCALENDAR", "BEGIN:VEVENT")))
                .containsExactly("NOT_A_CALENDAR 2");
        assertThat(problems(read("\u0000PK\u0003"))).contains("NOT_A_CALENDAR 1");
    }

    @Test
    void tenThousandEventsComeToAThousandAndAWordForIt() {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\n");
        for (int i = 0; i < 10_000; i++) {
            file.append("BEGIN:VEVENT\nUID:")
                    .append(i)
                    .append("\nDTSTART:20261110T160000Z\nEND:VEVENT\n");
        }

        ReadCalendar read = read(file.append("END:VCALENDAR\n").toString());

        assertThat(read.events()).hasSize(CalendarReader.MOST_EVENTS);
        assertThat(read.problems()).extracting(ReadProblem::kind).containsExactly(Kind.TOO_MANY);
    }

    @Test
    void whatIsNestedWithoutAnEndOrWrittenInOneLineIsBounded() {
        assertThat(read("BEGIN:VEVENT\n".repeat(70_000)).problems()).hasSizeLessThanOrEqualTo(100);
        assertThat(event("SUMMARY:" + " \n ".repeat(200_000), "DTSTART:20261110T160000Z").events())
                .hasSize(1);
        assertThat(read("X" + ";A=\"".repeat(100_000) + ":b").events()).isEmpty();
        assertThat(
                        event(
                                        "DTSTART:20261110T160000Z",
                                        "EXDATE:" + "20261117T160000Z,".repeat(20_000))
                                .events())
                .hasSize(1);
    }
}
