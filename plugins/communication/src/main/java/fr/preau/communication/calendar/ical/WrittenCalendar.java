package fr.preau.communication.calendar.ical;

import fr.preau.api.school.SchoolCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A calendar that goes out, by the clocks of Paris. */
public final class WrittenCalendar {

    private static final String IN_PARIS = ";TZID=Europe/Paris";
    private static final String DAY = ";VALUE=DATE";

    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ContentLines lines = new ContentLines();
    private final String cancelledTitle;

    /**
     * @param name what people see of it
     * @param refresh how often it is worth asking again
     * @param cancelledTitle before the title of what is cancelled, for clients that show the title
     *     alone
     */
    public WrittenCalendar(String name, Duration refresh, String cancelledTitle) {
        this.cancelledTitle = cancelledTitle;
        lines.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Préau//Calendrier//FR")
                .line("CALSCALE", "GREGORIAN")
                .text("NAME", name)
                .text("X-WR-CALNAME", name)
                .line("X-WR-TIMEZONE", "Europe/Paris")
                .line("REFRESH-INTERVAL;VALUE=DURATION", refresh.toString())
                .line("X-PUBLISHED-TTL", refresh.toString());
        timeZone();
    }

    /** The rule of the European Union since 1996; no event here is older. */
    private void timeZone() {
        lines.line("BEGIN", "VTIMEZONE").line("TZID", "Europe/Paris");
        change("DAYLIGHT", "19960331T020000", "3", "+0100", "+0200", "CEST");
        change("STANDARD", "19961027T030000", "10", "+0200", "+0100", "CET");
        lines.line("END", "VTIMEZONE");
    }

    private void change(
            String kind, String first, String month, String from, String to, String name) {
        lines.line("BEGIN", kind)
                .line("DTSTART", first)
                .line("RRULE", "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU")
                .line("TZOFFSETFROM", from)
                .line("TZOFFSETTO", to)
                .line("TZNAME", name)
                .line("END", kind);
    }

    /** Adds an event, and those of its times that are cancelled by themselves. */
    public WrittenCalendar with(WrittenEvent event) {
        begin(event, event.starts(), event.ends(), event.isCancelled());
        LocalDate until = event.weeklyUntil();
        if (until != null) {
            lines.line("RRULE", "FREQ=WEEKLY;UNTIL=" + until(event, until));
            for (LocalDate day : event.except()) {
                lines.line("EXDATE" + parameter(event), moment(event, at(event, day)));
            }
        }
        lines.line("END", "VEVENT");
        for (LocalDate day : event.cancelled()) {
            LocalDateTime starts = at(event, day);
            Duration lasts = Duration.between(event.starts(), event.ends());
            begin(event, starts, starts.plus(lasts), true);
            lines.line("RECURRENCE-ID" + parameter(event), moment(event, starts))
                    .line("END", "VEVENT");
        }
        return this;
    }

    private void begin(
            WrittenEvent event, LocalDateTime starts, LocalDateTime ends, boolean cancelled) {
        lines.line("BEGIN", "VEVENT")
                .text("UID", event.uid())
                .line("DTSTAMP", UTC.format(event.changedAt()))
                .line("LAST-MODIFIED", UTC.format(event.changedAt()))
                .line("SEQUENCE", String.valueOf(event.revision()))
                .line("DTSTART" + parameter(event), moment(event, starts));
        if (event.allDay()) {
            // The end of whole days is the day after.
            lines.line("DTEND" + DAY, DATE.format(ends.toLocalDate().plusDays(1)));
        } else if (ends.isAfter(starts)) {
            lines.line("DTEND" + IN_PARIS, TIME.format(ends));
        }
        lines.text("SUMMARY", cancelled ? cancelledTitle + event.title() : event.title())
                .text("LOCATION", event.place())
                .line("STATUS", cancelled ? "CANCELLED" : "CONFIRMED");
        if (event.allDay()) {
            lines.line("TRANSP", "TRANSPARENT");
        }
    }

    private static LocalDateTime at(WrittenEvent event, LocalDate day) {
        return day.atTime(event.starts().toLocalTime());
    }

    private static String parameter(WrittenEvent event) {
        return event.allDay() ? DAY : IN_PARIS;
    }

    private static String moment(WrittenEvent event, LocalDateTime moment) {
        return event.allDay() ? DATE.format(moment) : TIME.format(moment);
    }

    /** Where the beginning has a time zone, the end of a rule is in UTC (3.3.10). */
    private static String until(WrittenEvent event, LocalDate until) {
        return event.allDay()
                ? DATE.format(until)
                : UTC.format(at(event, until).atZone(SchoolCalendar.ZONE).toInstant());
    }

    /** All of it; nothing is added after. */
    public byte[] bytes() {
        lines.line("END", "VCALENDAR");
        return lines.bytes();
    }
}
