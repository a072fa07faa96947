package fr.preau.communication.calendar.ical;

import fr.preau.api.school.SchoolCalendar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day, or an hour by the clocks of Paris.
 *
 * @param day whether it is a whole day
 * @param zoneKnown whether its time zone was; one that is not is taken as that of Paris
 */
record ReadMoment(boolean day, LocalDateTime at, boolean zoneKnown) {

    /** Strict: 31 February is no date. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss")
                    .withResolverStyle(ResolverStyle.STRICT);

    /** As Outlook calls them. */
    private static final Map<String, ZoneId> OF_WINDOWS =
            Map.of(
                    "Romance Standard Time", SchoolCalendar.ZONE,
                    "W. Europe Standard Time", SchoolCalendar.ZONE,
                    "Central Europe Standard Time", SchoolCalendar.ZONE,
                    "Central European Standard Time", SchoolCalendar.ZONE,
                    "GMT Standard Time", ZoneId.of("Europe/London"));

    /** Empty for what is no moment. */
    static Optional<ReadMoment> of(ContentLine line) {
        return of(line.value().strip(), line.parameters().get("TZID"));
    }

    static Optional<ReadMoment> of(String value, @Nullable String zone) {
        try {
            if (value.length() == 8) {
                LocalDate day = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
                return Optional.of(new ReadMoment(true, day.atStartOfDay(), true));
            }
            if (value.endsWith("Z")) {
                LocalDateTime utc =
                        LocalDateTime.parse(value.substring(0, value.length() - 1), TIME);
                return Optional.of(inParis(utc, ZoneOffset.UTC, true));
            }
            LocalDateTime there = LocalDateTime.parse(value, TIME);
            ZoneId known = zone == null ? SchoolCalendar.ZONE : zone(zone);
            return Optional.of(
                    inParis(there, known == null ? SchoolCalendar.ZONE : known, known != null));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static ReadMoment inParis(LocalDateTime there, ZoneId zone, boolean known) {
        return new ReadMoment(
                false,
                there.atZone(zone).withZoneSameInstant(SchoolCalendar.ZONE).toLocalDateTime(),
                known);
    }

    /** Some write a path before the name. */
    private static @Nullable ZoneId zone(String said) {
        ZoneId ofWindows = OF_WINDOWS.get(said);
        if (ofWindows != null) {
            return ofWindows;
        }
        String[] parts = said.split("/", -1);
        String name =
                parts.length < 2 ? said : parts[parts.length - 2] + "/" + parts[parts.length - 1];
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
