package fr.preau.communication.appointments;

import fr.preau.api.school.SchoolCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as forms send them and as people say them, in Paris. */
final class ParisTime {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("H'\u00a0h\u00a0'mm");

    private ParisTime() {}

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SchoolCalendar.ZONE).toInstant();
    }

    /** « 18 h 05 ». */
    static String said(Instant instant) {
        return SAID.format(instant.atZone(SchoolCalendar.ZONE));
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SchoolCalendar.ZONE);
    }

    /** As a field of the type « time » wants it. */
    static String timeField(Instant instant) {
        return instant.atZone(SchoolCalendar.ZONE)
                .toLocalTime()
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    /** As a field of the type « datetime-local » wants it. */
    static String momentField(Instant instant) {
        return FIELD.format(instant.atZone(SchoolCalendar.ZONE));
    }

    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalTime.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Instant> moment(@Nullable String typed) {
        try {
            return typed == null
                    ? Optional.empty()
                    : Optional.of(
                            LocalDateTime.parse(typed.strip())
                                    .atZone(SchoolCalendar.ZONE)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
