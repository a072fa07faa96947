package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import fr.preau.communication.recipients.NewExceptionPage.Group;
import fr.preau.communication.recipients.NewExceptionPage.Target;
import fr.preau.communication.recipients.PreviewPage.Somebody;
import fr.preau.communication.wording.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way to an exception, step by step, each of them a page that can be gone back to. */
final class MakingException {

    private static final int LONGEST_REASON = 200;

    private final Directory directory;
    private final RulesSheets sheets;

    MakingException(Directory directory, RulesSheets sheets) {
        this.directory = directory;
        this.sheets = sheets;
    }

    NewExceptionPage page(RulesInput.Making input, Violations violations) {
        String q = Objects.requireNonNullElse(input.q(), "").strip();
        Group writer = input.who() == null ? null : writer(input.who());
        Somebody reader = writer == null ? null : reader(input.to()).orElse(null);
        return new NewExceptionPage(
                q,
                sheets.named(q),
                writer == null ? groups() : List.of(),
                writer == null ? null : input.who(),
                writer,
                input.to(),
                reader,
                writer == null ? List.of() : targets(writer),
                Objects.requireNonNullElse(input.reach(), ""),
                Objects.requireNonNullElse(input.reason(), ""),
                Objects.requireNonNullElse(input.endsOn(), ""),
                violations);
    }

    private List<Group> groups() {
        return directory.classes().stream()
                .flatMap(
                        schoolClass ->
                                Stream.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER)
                                        .map(members -> group(members, schoolClass)))
                .toList();
    }

    private static Group group(Profile members, SchoolClass schoolClass) {
        String code = new ClassGroup(members, schoolClass.id()).code();
        return new Group(code, members, schoolClass.name(), true);
    }

    private Group writer(String code) {
        Audience audience = Audience.ofCode(code).orElseThrow(Refusal::notFound);
        if (audience instanceof OnePerson one) {
            Person person = sheets.person(one.person());
            return new Group(code, person.profile(), person.displayName(), false);
        }
        if (!(audience instanceof ClassGroup group)) {
            throw Refusal.notFound(); // an exception is made for a person or a class
        }
        return directory.classes().stream()
                .filter(schoolClass -> schoolClass.id().equals(group.schoolClass()))
                .map(schoolClass -> group(group.members(), schoolClass))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Optional<Somebody> reader(@Nullable String to) {
        return Optional.ofNullable(to)
                .flatMap(Audience::ofCode)
                .filter(OnePerson.class::isInstance)
                .map(one -> RulesSheets.somebody(sheets.person(((OnePerson) one).person())));
    }

    private static List<Target> targets(Group writer) {
        return Cell.PROFILES.stream()
                .map(reader -> new Target(reader, new Cell(writer.profile(), reader).choices()))
                .filter(target -> target.choices().size() > 1)
                .toList();
    }

    /**
     * @param today so that an exception does not end before it begins
     */
    Violations violations(RulesInput.Making input, LocalDate today) {
        Group writer = writer(Objects.requireNonNullElse(input.who(), ""));
        Violations none = Violations.none();
        Violations where =
                range(input, writer).isPresent()
                        ? none
                        : problem("reach", "exception.problem.reach");
        String reason = Objects.requireNonNullElse(input.reason(), "").strip();
        Violations why =
                reason.isEmpty() || reason.length() > LONGEST_REASON
                        ? problem("reason", "exception.problem.reason")
                        : none;
        Optional<LocalDate> end = end(input);
        boolean noEnd = Objects.requireNonNullElse(input.endsOn(), "").isBlank();
        Violations until =
                noEnd || end.filter(day -> !day.isBefore(today)).isPresent()
                        ? none
                        : problem("endsOn", "exception.problem.ends");
        return where.and(why).and(until);
    }

    private static Violations problem(String field, String key) {
        return Violations.of(field, Wording.of(key));
    }

    private static Optional<LocalDate> end(RulesInput.Making input) {
        try {
            return Optional.ofNullable(input.endsOn())
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What was chosen, as far as it may be: {@code PUPIL:OWN_CLASSES} or, for one, a range. */
    private Optional<Chosen> range(RulesInput.Making input, Group writer) {
        String reach = Objects.requireNonNullElse(input.reach(), "");
        Somebody reader = reader(input.to()).orElse(null);
        if (reader != null) {
            if (reader.id().equals(personOf(writer))) {
                return Optional.empty();
            }
            Cell cell = new Cell(writer.profile(), reader.profile());
            return Stream.of(Range.NOBODY, Range.EVERYBODY)
                    .filter(range -> range.name().equals(reach) && !writer.ofClass())
                    .filter(range -> range == Range.NOBODY || cell.choices().size() > 1)
                    .map(range -> new Chosen(cell, range))
                    .findFirst();
        }
        return targets(writer).stream()
                .flatMap(
                        target ->
                                target.choices().stream()
                                        .map(
                                                range ->
                                                        new Chosen(
                                                                new Cell(
                                                                        writer.profile(),
                                                                        target.reader()),
                                                                range)))
                .filter(chosen -> chosen.code().equals(reach))
                .findFirst();
    }

    private static String personOf(Group writer) {
        return writer.ofClass() ? "" : writer.code().substring("person:".length());
    }

    private record Chosen(Cell cell, Range range) {
        String code() {
            return cell.reader() + ":" + range;
        }
    }

    /** The exception of an input without violations. */
    WritingException made(RulesInput.Making input, UUID id) {
        String who = Objects.requireNonNullElse(input.who(), "");
        Group writer = writer(who);
        Chosen chosen = range(input, writer).orElseThrow(Refusal::notFound);
        String reason = Objects.requireNonNullElse(input.reason(), "").strip();
        LocalDate end = end(input).orElse(null);
        Audience audience = Audience.ofCode(who).orElseThrow(Refusal::notFound);
        if (audience instanceof ClassGroup group) {
            return WritingException.ofClass(
                    id, group.schoolClass(), chosen.cell(), chosen.range(), reason, end);
        }
        PersonId reader = reader(input.to()).map(one -> PersonId.of(one.id())).orElse(null);
        return WritingException.ofPerson(
                id,
                ((OnePerson) audience).person(),
                chosen.cell(),
                reader,
                chosen.range(),
                reason,
                end);
    }
}
