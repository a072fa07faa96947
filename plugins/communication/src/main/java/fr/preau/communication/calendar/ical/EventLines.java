package fr.preau.communication.calendar.ical;

import fr.preau.communication.calendar.ical.ReadProblem.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of one event of a file, made into an event. */
final class EventLines {

    /** Told of what is wrong. */
    @FunctionalInterface
    interface Problems {
        void tell(int line, Kind kind, String said);
    }

    /**
     * An event.
     *
     * @param master the event of which it is one time, changed
     * @param insteadOf the day of that time; null for an event of its own
     */
    record Found(ReadEvent event, String master, @Nullable LocalDate insteadOf) {}

    private static final int LONGEST_DAYS = 60;
    private static final int LONGEST_REPETITION = 400;
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2099;
    private static final int LONGEST_UID = 180;

    private static final Pattern WEEKS_AND_DAYS =
            Pattern.compile("P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(T.+)?");

    private final int number;
    private final Map<String, ContentLine> lines = new HashMap<>();
    private final List<ContentLine> exceptions = new ArrayList<>();
    private final LocalDate today;
    private final Problems problems;

    EventLines(int number, List<ContentLine> all, LocalDate today, Problems problems) {
        this.number = number;
        this.today = today;
        this.problems = problems;
        for (ContentLine line : all) {
            if (line.name().equals("EXDATE")) {
                exceptions.add(line);
            } else {
                lines.putIfAbsent(line.name(), line);
            }
        }
    }

    Optional<Found> read() {
        ContentLine begins = lines.get("DTSTART");
        if (begins == null) {
            problems.tell(number, Kind.DATE, title());
            return Optional.empty();
        }
        Optional<ReadMoment> starts = ReadMoment.of(begins);
        if (starts.isEmpty()) {
            problems.tell(begins.number(), Kind.DATE, title());
            return Optional.empty();
        }
        if (!starts.get().zoneKnown()) {
            String zone = begins.parameters().getOrDefault("TZID", "");
            problems.tell(begins.number(), Kind.ZONE, zone);
        }
        return read(starts.get());
    }

    private Optional<Found> read(ReadMoment starts) {
        LocalDateTime ends = ends(starts);
        if (ends == null) {
            return Optional.empty();
        }
        if (ends.isBefore(starts.at())) {
            problems.tell(number, Kind.BACKWARDS, title());
            return Optional.empty();
        }
        return event(starts, ends, until(starts.at().toLocalDate()));
    }

    /** The end as Préau has it; null when it can't be read, which is told. */
    private @Nullable LocalDateTime ends(ReadMoment starts) {
        ContentLine end = lines.get("DTEND");
        ContentLine lasts = lines.get("DURATION");
        if (end != null) {
            ReadMoment read = ReadMoment.of(end).orElse(null);
            if (read == null || read.day() != starts.day()) {
                problems.tell(end.number(), Kind.DATE, title());
                return null;
            }
            // The end of whole days is the day after; some write the day itself.
            boolean dayAfter = starts.day() && read.at().isAfter(starts.at());
            return dayAfter ? read.at().minusDays(1) : read.at();
        }
        Duration duration = lasts == null ? Duration.ZERO : duration(lasts);
        if (duration == null) {
            return null;
        }
        LocalDateTime after = starts.at().plus(duration);
        return starts.day() && duration.toDays() > 0 ? after.minusDays(1) : after;
    }

    private @Nullable Duration duration(ContentLine line) {
        Matcher said = WEEKS_AND_DAYS.matcher(line.value().strip().replaceFirst("^\\+", ""));
        try {
            if (said.matches()) {
                long days = 7L * number(said.group(1)) + number(said.group(2));
                Duration rest =
                        said.group(3) == null ? Duration.ZERO : Duration.parse("P" + said.group(3));
                return Duration.ofDays(days).plus(rest);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // As what did not match.
        }
        problems.tell(line.number(), Kind.DATE, line.value());
        return null;
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The end of a repetition; null for what comes once. */
    private @Nullable LocalDate until(LocalDate first) {
        ContentLine line = lines.get("RRULE");
        if (line == null) {
            return null;
        }
        ReadRule rule = ReadRule.of(line.value(), first);
        if (!rule.weekly()) {
            problems.tell(line.number(), Kind.RULE, title());
            return null;
        }
        LocalDate latest = latestOf(first);
        LocalDate until = rule.until();
        if (until == null || until.isAfter(latest)) {
            problems.tell(line.number(), Kind.ENDLESS, title());
            return latest;
        }
        return until;
    }

    /** What repeats since long is taken from about now on. */
    private LocalDate latestOf(LocalDate first) {
        LocalDate from = first.isBefore(today) ? today : first;
        return from.plusDays(LONGEST_REPETITION - 7L);
    }

    private Optional<Found> event(
            ReadMoment starts, LocalDateTime ends, @Nullable LocalDate until) {
        long behind = 0;
        if (until != null && starts.at().toLocalDate().isBefore(today.minusDays(7))) {
            long weeks = ChronoUnit.WEEKS.between(starts.at().toLocalDate(), today);
            long possible = ChronoUnit.WEEKS.between(starts.at().toLocalDate(), until);
            behind = Math.max(0, Math.min(weeks, possible));
        }
        LocalDateTime first = starts.at().plusWeeks(behind);
        LocalDateTime last = ends.plusWeeks(behind);
        long days = ChronoUnit.DAYS.between(first.toLocalDate(), last.toLocalDate());
        boolean overlaps = until != null && days > 6;
        boolean known = first.getYear() >= FIRST_YEAR && last.getYear() <= LAST_YEAR;
        if (days > LONGEST_DAYS || overlaps || !known) {
            problems.tell(number, Kind.TOO_FAR, title());
            return Optional.empty();
        }
        ContentLine instead = lines.get("RECURRENCE-ID");
        LocalDate insteadOf =
                instead == null
                        ? null
                        : ReadMoment.of(instead).map(read -> read.at().toLocalDate()).orElse(null);
        String master = uid(first);
        return Optional.of(
                new Found(
                        new ReadEvent(
                                number,
                                insteadOf == null ? master : master + "#" + insteadOf,
                                title(),
                                text("LOCATION"),
                                text("DESCRIPTION"),
                                starts.day(),
                                first,
                                last,
                                text("STATUS").strip().equalsIgnoreCase("CANCELLED"),
                                until,
                                exceptions()),
                        master,
                        insteadOf));
    }

    private List<LocalDate> exceptions() {
        List<LocalDate> days = new ArrayList<>();
        for (ContentLine line : exceptions) {
            for (String each : line.value().split(",", -1)) {
                ReadMoment.of(each.strip(), line.parameters().get("TZID"))
                        .ifPresent(read -> days.add(read.at().toLocalDate()));
            }
        }
        return days.stream().distinct().limit(LONGEST_REPETITION).toList();
    }

    /** Who gives none is known by what the event says. */
    private String uid(LocalDateTime first) {
        String uid = text("UID").strip();
        String known = uid.isEmpty() ? first + " " + title() : uid;
        return known.length() <= LONGEST_UID ? known : known.substring(0, LONGEST_UID);
    }

    private String title() {
        return text("SUMMARY");
    }

    private String text(String name) {
        ContentLine line = lines.get(name);
        return line == null ? "" : line.text();
    }
}
