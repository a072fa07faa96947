package fr.preau.communication.calendar;

import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a plan of what was filled in, or says what is wrong, field by field. */
final class PlanCheck {

    private final Viewer viewer;
    private final EventInput input;
    private final EventKind kind;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();

    /**
     * @param kind of the event, decided already where it is changed
     */
    PlanCheck(Viewer viewer, EventInput input, EventKind kind) {
        this.viewer = viewer;
        this.input = input;
        this.kind = kind;
    }

    Violations violations() {
        return new Violations(problems);
    }

    /** Empty when something is wrong, which {@link #violations} then says. */
    Optional<Plan> plan() {
        String title = checked("title", EventText.line(input.title()), EventText.TITLE);
        if (title.isBlank()) {
            wrong("title", "calendar.problem.title");
        }
        String place = checked("place", EventText.line(input.place()), EventText.PLACE);
        String details = checked("details", EventText.lines(input.details()), EventText.DETAILS);
        List<ClassId> classes = classes();
        if (kind != EventKind.PERSONAL && input.whom().nobody()) {
            wrong("readers", "calendar.problem.readers");
        }
        When when = when();
        if (when == null) {
            return Optional.empty();
        }
        Repetition repetition = repetition(when);
        return problems.isEmpty()
                ? Optional.of(
                        new Plan(
                                kind,
                                classes,
                                input.whom(),
                                new EventText(title, place, details),
                                when,
                                repetition))
                : Optional.empty();
    }

    private String checked(String field, String clean, int most) {
        if (clean.length() > most) {
            wrong(field, "calendar.problem.long", most, clean.length() - most);
        }
        return clean;
    }

    private List<ClassId> classes() {
        if (kind != EventKind.CLASSES) {
            return List.of();
        }
        List<ClassId> chosen = input.classesOrNone();
        if (chosen.isEmpty()) {
            wrong("classes", "calendar.problem.classes");
        } else if (!viewer.writesTo(chosen)) {
            wrong("classes", "calendar.problem.classes.others");
        }
        return chosen;
    }

    private @Nullable When when() {
        LocalDate first = input.day();
        if (first == null) {
            wrong("day", "calendar.problem.day");
            return null;
        }
        if (first.getYear() < 2020 || first.getYear() > 2099) {
            wrong("day", "calendar.problem.year");
            return null;
        }
        LocalDate last = input.lastDay() == null ? first : input.lastDay();
        if (last.isBefore(first)) {
            wrong("lastDay", "calendar.problem.lastDay");
            return null;
        }
        if (last.isAfter(first.plusDays(When.LONGEST_DAYS))) {
            wrong("lastDay", "calendar.problem.longest", When.LONGEST_DAYS);
            return null;
        }
        LocalTime from = hour("from", input.from());
        LocalTime to = hour("to", input.to());
        if (!problems.containsKey("from") && from == null && to != null) {
            wrong("from", "calendar.problem.from");
        }
        if (problems.containsKey("from") || problems.containsKey("to")) {
            return null;
        }
        return from == null
                ? When.wholeDays(first, last)
                : within(first, last, from, to == null ? from : to);
    }

    private @Nullable When within(LocalDate first, LocalDate last, LocalTime from, LocalTime to) {
        if (last.equals(first) && to.isBefore(from)) {
            wrong("to", "calendar.problem.to");
            return null;
        }
        return new When(false, first, minute(from), last, minute(to));
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private @Nullable LocalTime hour(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeParseException e) {
            wrong(field, "calendar.problem.hour");
            return null;
        }
    }

    private Repetition repetition(When when) {
        LocalDate until = input.until();
        if (until == null) {
            return Repetition.once(when);
        }
        if (until.isBefore(when.firstDay())) {
            wrong("until", "calendar.problem.until");
        } else if (until.isAfter(when.firstDay().plusDays(Repetition.LONGEST_DAYS))) {
            wrong("until", "calendar.problem.until.far");
        } else if (when.span() > 6 && until.isAfter(when.firstDay().plusDays(6))) {
            wrong("until", "calendar.problem.until.overlap");
        }
        return new Repetition(until, input.skipsHolidays());
    }

    private void wrong(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, List.of(Wording.of(key, arguments)));
    }
}
