package fr.preau.communication.calendar.ical;

import fr.preau.communication.calendar.ical.ReadProblem.Kind;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a calendar file that anybody may have written: what it does not understand it names by its
 * line and passes over, and however large the file is, what comes of it is bounded.
 */
public final class CalendarReader {

    /** So many events are taken from one file. */
    public static final int MOST_EVENTS = 1_000;

    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_LINE = 20_000;
    private static final int DEEPEST = 8;
    private static final int SAID = 60;

    private final LocalDate today;
    private final Map<String, ReadEvent> events = new LinkedHashMap<>();
    private final Map<String, List<LocalDate>> replaced = new HashMap<>();
    private final List<ReadProblem> problems = new ArrayList<>();
    private final Deque<String> inside = new ArrayDeque<>();
    private boolean calendarSeen;
    private boolean full;
    private List<ContentLine> event = List.of();
    private int eventLine;

    /**
     * @param today what repeats since long is taken from about now on
     */
    public CalendarReader(LocalDate today) {
        this.today = today;
    }

    public ReadCalendar read(String text) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        int number = 0;
        while (number < lines.size() && !full) {
            int first = number;
            StringBuilder line = new StringBuilder(lines.get(number++));
            while (number < lines.size() && isContinued(lines.get(number))) {
                if (line.length() < LONGEST_LINE) {
                    line.append(lines.get(number), 1, lines.get(number).length());
                }
                number++;
            }
            if (!line.toString().isBlank()) {
                line(first + 1, line.toString());
            }
        }
        if (!calendarSeen || (!inside.isEmpty() && !full)) {
            problem(Math.max(lines.size(), 1), Kind.NOT_A_CALENDAR, "");
        }
        replaced.forEach(
                (uid, days) -> events.computeIfPresent(uid, (key, master) -> master.without(days)));
        return new ReadCalendar(List.copyOf(events.values()), problems);
    }

    private static boolean isContinued(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private void line(int number, String line) {
        Optional<ContentLine> read = ContentLine.of(number, line);
        if (read.isEmpty()) {
            problem(number, Kind.LINE, line);
            return;
        }
        ContentLine content = read.get();
        switch (content.name()) {
            case "BEGIN" -> begin(content);
            case "END" -> end(content);
            default -> {
                if ("VEVENT".equals(inside.peek())) {
                    event.add(content);
                }
            }
        }
    }

    private void begin(ContentLine line) {
        String component = line.value().strip().toUpperCase(Locale.ROOT);
        calendarSeen |= inside.isEmpty() && component.equals("VCALENDAR");
        if (inside.size() >= DEEPEST) {
            problem(line.number(), Kind.LINE, line.value());
            return;
        }
        inside.push(component);
        if (component.equals("VEVENT")) {
            event = new ArrayList<>();
            eventLine = line.number();
        }
    }

    private void end(ContentLine line) {
        String component = line.value().strip().toUpperCase(Locale.ROOT);
        if (!component.equals(inside.peek())) {
            problem(line.number(), Kind.LINE, "END:" + line.value());
            return;
        }
        inside.pop();
        if (component.equals("VEVENT")) {
            if (events.size() >= MOST_EVENTS) {
                problem(eventLine, Kind.TOO_MANY, "");
                full = true;
            } else {
                new EventLines(eventLine, event, today, this::problem).read().ifPresent(this::keep);
            }
        }
    }

    /** One time of another event that was changed stands for itself, and is left out there. */
    private void keep(EventLines.Found found) {
        ReadEvent read = found.event();
        if (found.insteadOf() != null) {
            replaced.computeIfAbsent(found.master(), uid -> new ArrayList<>())
                    .add(found.insteadOf());
        }
        if (events.putIfAbsent(read.uid(), read) != null) {
            problem(read.line(), Kind.TWICE, read.title());
        }
    }

    private void problem(int line, Kind kind, String said) {
        if (problems.size() < MOST_PROBLEMS) {
            String begins =
                    said.codePointCount(0, said.length()) <= SAID
                            ? said
                            : said.substring(0, said.offsetByCodePoints(0, SAID)) + "…";
            problems.add(new ReadProblem(line, kind, begins));
        }
    }
}
