package fr.preau.communication.appointments;

import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.appointments.MeetingFormPage.Option;
import fr.preau.communication.levels.SchoolLevel;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a meeting at one moment: what it offers, what is wrong with it, and the plan that
 * comes of it.
 *
 * @param classes those that may be asked to come
 * @param pupils those of the class that is shown, for one's own hours
 */
record MeetingForm(Meeting.Kind kind, List<SchoolClass> classes, List<Person> pupils, Instant now) {

    static final List<Integer> SLOTS = List.of(5, 10, 15, 20, 25, 30);
    static final List<Integer> PAUSES = List.of(0, 5, 10, 15);
    static final int LONGEST_TITLE = 120;

    private static final int DAYS_AHEAD = 21;
    private static final int DAYS_AT_MOST = 366;
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final LocalTime NIGHT = LocalTime.of(20, 0);

    MeetingFormPage page(MeetingInput input, Violations violations, UUID key) {
        LocalDate day = Objects.requireNonNullElse(input.day(), soon());
        return new MeetingFormPage(
                key,
                kind == Meeting.Kind.SLOTS,
                Objects.requireNonNullElse(input.title(), ""),
                day.toString(),
                Objects.requireNonNullElse(input.from(), EVENING.toString()),
                Objects.requireNonNullElse(input.to(), NIGHT.toString()),
                Objects.requireNonNullElse(input.slot(), 10),
                Objects.requireNonNullElse(input.pause(), 0),
                Objects.requireNonNullElse(input.travel(), 5),
                input.chosenOnePer(),
                Objects.requireNonNullElse(input.place(), ""),
                Objects.requireNonNullElse(input.opens(), ParisTime.momentField(now)),
                Objects.requireNonNullElse(
                        input.closes(),
                        ParisTime.momentField(ParisTime.at(day.minusDays(1), NIGHT))),
                levels().map(each -> new Option(each, each, input.chosenLevels().contains(each)))
                        .toList(),
                classes.stream()
                        .map(
                                each ->
                                        new Option(
                                                each.id().toString(),
                                                each.name(),
                                                input.chosenClasses().contains(each.id())))
                        .toList(),
                pupils.stream()
                        .map(
                                each ->
                                        new Option(
                                                each.id().toString(),
                                                each.displayName(),
                                                input.chosenPupils().contains(each.id())))
                        .toList(),
                input.in() == null ? "" : input.in().toString(),
                violations,
                null);
    }

    /** The levels of these classes, as the survey's form has them: the youngest pupils first. */
    private Stream<String> levels() {
        return classes.stream()
                .flatMap(each -> SchoolLevel.of(each).stream())
                .distinct()
                .sorted(Comparator.comparingInt(SchoolLevel::number).reversed())
                .map(SchoolLevel::shortName);
    }

    private LocalDate soon() {
        return ParisTime.day(now).plusDays(DAYS_AHEAD);
    }

    /** What is wrong with it, field by field. */
    Violations problems(MeetingInput input) {
        return ofTexts(input).and(ofTimes(input)).and(ofBooking(input)).and(ofPeople(input));
    }

    private Violations ofTexts(MeetingInput input) {
        String title = CleanText.ofLine(input.title());
        Violations found = Violations.none();
        if (title.isBlank()) {
            found = problem("title", "appointments.problem.title");
        } else if (title.length() > LONGEST_TITLE) {
            found = problem("title", "appointments.problem.title.long", LONGEST_TITLE);
        }
        return CleanText.ofLine(input.place()).length() > MeetingHost.LONGEST_PLACE
                ? found.and(
                        problem("place", "appointments.problem.place", MeetingHost.LONGEST_PLACE))
                : found;
    }

    private Violations ofTimes(MeetingInput input) {
        if (input.day() == null || tooFar(input.day())) {
            return problem("day", "appointments.problem.day");
        }
        Optional<Slot> whole = whole(input);
        if (whole.isEmpty()) {
            return problem("from", "appointments.problem.time");
        }
        Slot slot = whole.get();
        if (!slot.start().isAfter(now)) {
            return problem("day", "appointments.problem.past");
        }
        if (!isRound(slot.start()) || !isRound(slot.end())) {
            return problem("from", "appointments.problem.round");
        }
        if (!SLOTS.contains(input.slot())
                || !PAUSES.contains(input.pause())
                || !PAUSES.contains(input.travel())) {
            return problem("slot", "appointments.problem.minutes");
        }
        if (slot.end().isBefore(slot.start().plusSeconds(minutes(input.slot()) * 60L))) {
            return problem("to", "appointments.problem.order");
        }
        return slot.end().isAfter(slot.start().plus(Meeting.LONGEST))
                ? problem("to", "appointments.problem.long")
                : Violations.none();
    }

    private boolean tooFar(LocalDate day) {
        return day.isAfter(ParisTime.day(now).plusDays(DAYS_AT_MOST));
    }

    private static boolean isRound(Instant instant) {
        return instant.getEpochSecond() % (Slot.TICK_MINUTES * 60L) == 0;
    }

    private Violations ofBooking(MeetingInput input) {
        Optional<Instant> opens = ParisTime.moment(input.opens());
        Optional<Instant> closes = ParisTime.moment(input.closes());
        if (opens.isEmpty()) {
            return problem("opens", "appointments.problem.moment");
        }
        if (closes.isEmpty()) {
            return problem("closes", "appointments.problem.moment");
        }
        if (!closes.get().isAfter(opens.get()) || !closes.get().isAfter(now)) {
            return problem("closes", "appointments.problem.closes");
        }
        Optional<Slot> whole = whole(input);
        return whole.isPresent() && closes.get().isAfter(whole.get().start())
                ? problem("closes", "appointments.problem.closes.late")
                : Violations.none();
    }

    private Violations ofPeople(MeetingInput input) {
        // Whoever believes to have asked a level must not find out on the evening.
        if (!levels().toList().containsAll(input.chosenLevels())) {
            return problem("levels", "appointments.problem.levels");
        }
        boolean none = asked(input).isEmpty();
        if (kind == Meeting.Kind.SLOTS) {
            return none && input.chosenPupils().isEmpty()
                    ? problem("classes", "appointments.problem.people")
                    : Violations.none();
        }
        return none ? problem("classes", "appointments.problem.classes") : Violations.none();
    }

    private LinkedHashSet<ClassId> asked(MeetingInput input) {
        LinkedHashSet<ClassId> asked = new LinkedHashSet<>();
        for (SchoolClass each : classes) {
            boolean byLevel =
                    SchoolLevel.of(each)
                            .map(SchoolLevel::shortName)
                            .filter(input.chosenLevels()::contains)
                            .isPresent();
            if (byLevel || input.chosenClasses().contains(each.id())) {
                asked.add(each.id());
            }
        }
        return asked;
    }

    private static Optional<Slot> whole(MeetingInput input) {
        LocalDate day = input.day();
        Optional<LocalTime> from = ParisTime.time(input.from());
        Optional<LocalTime> to = ParisTime.time(input.to());
        if (day == null || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Slot(ParisTime.at(day, from.get()), ParisTime.at(day, to.get())));
    }

    /** The meeting itself; only when nothing is wrong. */
    MeetingPlan plan(MeetingInput input) {
        return new MeetingPlan(
                CleanText.ofLine(input.title()),
                whole(input).orElseThrow(),
                minutes(input.slot()),
                minutes(input.pause()),
                minutes(input.travel()),
                input.chosenOnePer(),
                CleanText.ofLine(input.place()),
                ParisTime.moment(input.opens()).orElseThrow(),
                ParisTime.moment(input.closes()).orElseThrow(),
                asked(input),
                kind == Meeting.Kind.SLOTS ? input.chosenPupils() : List.of());
    }

    private static int minutes(@Nullable Integer typed) {
        return Objects.requireNonNull(typed);
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
