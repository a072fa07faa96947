package fr.preau.communication.messages;

import fr.preau.api.school.SchoolCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a letter shall be sent, as it was typed.
 *
 * @param on the day in Paris, null if none was typed
 * @param at the time of day in Paris, as in {@code 08:00}
 */
public record SendTime(@Nullable LocalDate on, String at) {

    private static final Period FARTHEST = Period.ofYears(1);

    static SendTime of(@Nullable LocalDate on, @Nullable String at) {
        return new SendTime(on, Objects.requireNonNullElse(at, ""));
    }

    /** Empty where it is no time, or lies behind, or too far ahead. */
    Optional<Instant> after(Instant now) {
        LocalDate day = on;
        if (day == null
                || day.isAfter(LocalDate.ofInstant(now, SchoolCalendar.ZONE).plus(FARTHEST))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            day.atTime(LocalTime.parse(at.strip()))
                                    .atZone(SchoolCalendar.ZONE)
                                    .toInstant())
                    .filter(instant -> instant.isAfter(now));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** As a field of the type « date » holds it. */
    public String day() {
        return on == null ? "" : on.toString();
    }
}
