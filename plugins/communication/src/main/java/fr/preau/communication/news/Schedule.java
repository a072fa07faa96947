package fr.preau.communication.news;

import fr.preau.api.school.SchoolCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a news is seen, in the days and hours of Paris.
 *
 * @param start null for as soon as it is published
 * @param end {@link #NEVER} for as long as it is published
 */
record Schedule(@Nullable Instant start, Instant end) {

    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param from the first day, null for at once
     * @param hour of that day
     * @param until the last day, all of it; null for no end
     */
    static Schedule of(@Nullable LocalDate from, LocalTime hour, @Nullable LocalDate until) {
        // An hour that a night in March leaves out is the one after; of the two in October, the
        // first.
        Instant start =
                from == null ? null : from.atTime(hour).atZone(SchoolCalendar.ZONE).toInstant();
        Instant end =
                until == null
                        ? NEVER
                        : until.plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant();
        return new Schedule(start, end);
    }

    static boolean isPossible(@Nullable LocalDate day) {
        return day == null || (day.isAfter(EARLIEST) && day.isBefore(LATEST));
    }

    /** The hour that was typed; midnight if none was. */
    static Optional<LocalTime> hour(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        try {
            String plain = typed.strip().replaceAll("\\s*[hH]\\s*", ":").replaceAll(":$", ":00");
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeParseException noHour) {
            return Optional.empty();
        }
    }

    /** The first day as a field of a form holds it; empty if there is none. */
    String firstDay() {
        return start == null ? "" : start.atZone(SchoolCalendar.ZONE).toLocalDate().toString();
    }

    String firstHour() {
        return start == null ? "" : HOUR.format(start.atZone(SchoolCalendar.ZONE));
    }

    /** The last day as a field of a form holds it; empty if there is no end. */
    String lastDay() {
        return end.equals(NEVER)
                ? ""
                : end.minusNanos(1).atZone(SchoolCalendar.ZONE).toLocalDate().toString();
    }
}
