package fr.preau.communication.surveys;

import fr.preau.api.page.Choice;
import fr.preau.api.route.Violations;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.levels.SchoolLevel;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a survey at one moment.
 *
 * @param author what the author is: a teacher asks the own classes
 * @param classes those that the author may ask
 */
record SurveyForm(Profile author, List<SchoolClass> classes, Instant now) {

    private static final DateTimeFormatter FIELD =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final List<Profile> ASKED_BY_STAFF =
            List.of(Profile.GUARDIAN, Profile.PUPIL, Profile.TEACHER, Profile.STAFF);
    private static final List<Profile> ASKED_BY_TEACHERS =
            List.of(Profile.GUARDIAN, Profile.PUPIL, Profile.TEACHER);

    private List<Profile> profiles() {
        return asksWholeCollege() ? ASKED_BY_STAFF : ASKED_BY_TEACHERS;
    }

    private boolean asksWholeCollege() {
        return author == Profile.STAFF;
    }

    SurveyFormPage page(SurveyInput input, Violations violations, UUID key) {
        return new SurveyFormPage(
                key,
                Objects.requireNonNullElse(input.title(), ""),
                Objects.requireNonNullElse(input.intro(), ""),
                input.asks() == null ? Profile.GUARDIAN.name() : input.asks().name(),
                !Boolean.FALSE.equals(input.perFamily()),
                Boolean.TRUE.equals(input.anonymous()),
                Objects.requireNonNullElse(input.opens(), field(now)),
                Objects.requireNonNullElse(input.closes(), field(now.plus(FORTNIGHT))),
                asksWholeCollege(),
                profiles().stream().map(Profile::name).toList(),
                levels().stream()
                        .map(each -> new Choice(each, each, input.chosenLevels().contains(each)))
                        .toList(),
                classes.stream()
                        .map(
                                each ->
                                        new Choice(
                                                each.id().toString(),
                                                each.name(),
                                                input.chosenClasses().contains(each.id())))
                        .toList(),
                violations,
                null);
    }

    static String field(Instant instant) {
        return FIELD.format(instant.atZone(SchoolCalendar.ZONE));
    }

    /** The levels of these classes, as their names say. */
    private List<String> levels() {
        return classes.stream().flatMap(each -> level(each).stream()).distinct().sorted().toList();
    }

    private static Optional<String> level(SchoolClass schoolClass) {
        return SchoolLevel.of(schoolClass).map(SchoolLevel::shortName);
    }

    /** What is wrong with it, field by field. */
    Violations problems(SurveyInput input) {
        Violations found = ofTexts(input).and(ofTimes(input));
        if (input.asks() == null || !profiles().contains(input.asks())) {
            found = found.and(problem("asks", "surveys.problem.asks"));
        }
        boolean all = asksWholeCollege() && input.chosenClasses().isEmpty();
        return !all && asked(input).isEmpty()
                ? found.and(problem("classes", "surveys.problem.classes"))
                : found;
    }

    /** The same, of what may be changed later: whom it asks stays. */
    Violations problemsOfSettings(SurveyInput input) {
        return ofTexts(input).and(ofTimes(input));
    }

    private static Violations ofTexts(SurveyInput input) {
        String title = CleanText.ofLine(input.title());
        Violations found = Violations.none();
        if (title.isBlank()) {
            found = problem("title", "surveys.problem.title");
        } else if (title.length() > Survey.LONGEST_TITLE) {
            found = problem("title", "surveys.problem.long", Survey.LONGEST_TITLE);
        }
        return CleanText.ofLines(input.intro()).length() > Survey.LONGEST_INTRO
                ? found.and(problem("intro", "surveys.problem.long", Survey.LONGEST_INTRO))
                : found;
    }

    private Violations ofTimes(SurveyInput input) {
        Optional<Instant> opens = moment(input.opens());
        Optional<Instant> closes = moment(input.closes());
        if (opens.isEmpty()) {
            return problem("opens", "surveys.problem.moment");
        }
        if (closes.isEmpty()) {
            return problem("closes", "surveys.problem.moment");
        }
        boolean wrong =
                !closes.get().isAfter(opens.get())
                        || !closes.get().isAfter(now)
                        || closes.get().isAfter(now.plus(LONGEST));
        return wrong ? problem("closes", "surveys.problem.closes") : Violations.none();
    }

    private static Optional<Instant> moment(@Nullable String typed) {
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

    private Set<ClassId> asked(SurveyInput input) {
        Set<ClassId> asked = new LinkedHashSet<>();
        for (SchoolClass each : classes) {
            boolean byLevel = level(each).filter(input.chosenLevels()::contains).isPresent();
            if (byLevel || input.chosenClasses().contains(each.id())) {
                asked.add(each.id());
            }
        }
        return asked;
    }

    /** The survey itself; only when nothing is wrong. */
    SurveyDraft draft(SurveyInput input) {
        Profile asks = Objects.requireNonNull(input.asks());
        return new SurveyDraft(
                CleanText.ofLine(input.title()),
                CleanText.ofLines(input.intro()),
                asks,
                asks == Profile.GUARDIAN && !Boolean.FALSE.equals(input.perFamily()),
                Boolean.TRUE.equals(input.anonymous()),
                moment(input.opens()).orElseThrow(),
                moment(input.closes()).orElseThrow(),
                asked(input));
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
