package fr.preau.portal.banners;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and hours of forms, as they are meant in Paris. */
final class ParisHour {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    private ParisHour() {}

    /** An hour as it was typed, « 8:00 » or « 8h »; empty where it can't be read. */
    static Optional<LocalTime> typed(@Nullable String hour, LocalTime otherwise) {
        if (hour == null || hour.isBlank()) {
            return Optional.of(otherwise);
        }
        try {
            String plain = hour.strip().replaceAll("\\s*[hH]\\s*", ":").replaceAll(":$", ":00");
            return Optional.of(LocalTime.parse(plain.length() == 4 ? "0" + plain : plain));
        } catch (DateTimeParseException noHour) {
            return Optional.empty();
        }
    }

    static boolean isPossible(@Nullable LocalDate day) {
        return day == null || (day.isAfter(EARLIEST) && day.isBefore(LATEST));
    }

    static Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(PARIS).toInstant();
    }

    /** The end of a day. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PARIS).toInstant();
    }

    static String dayOf(Instant instant) {
        return there(instant).toLocalDate().toString();
    }

    static String hourOf(Instant instant) {
        return HOUR.format(there(instant));
    }

    private static ZonedDateTime there(Instant instant) {
        return instant.atZone(PARIS);
    }
}
