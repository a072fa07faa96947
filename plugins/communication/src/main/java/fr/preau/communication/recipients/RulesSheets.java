package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Request;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.PreviewPage.Group;
import fr.preau.communication.recipients.PreviewPage.Line;
import fr.preau.communication.recipients.PreviewPage.Somebody;
import fr.preau.communication.recipients.RulesPage.Made;
import fr.preau.communication.recipients.RulesPage.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of the rules as they are read: matrix with exceptions, and what one person sees. */
final class RulesSheets {

    private static final int NAMES = 20;
    private static final int NAMES_OF_ONE_LINE = 200;

    private final Directory directory;
    private final WritingRules rules;
    private final KeptRules kept;

    RulesSheets(Directory directory, WritingRules rules, KeptRules kept) {
        this.directory = directory;
        this.rules = rules;
        this.kept = kept;
    }

    RulesPage rules(College college) {
        RulesHere here = kept.read(college);
        WritingPolicy policy = WritingPolicy.of(college);
        List<Rule> matrix =
                Cell.PROFILES.stream()
                        .flatMap(w -> Cell.PROFILES.stream().map(r -> new Cell(w, r)))
                        .map(cell -> rule(cell, here, policy))
                        .toList();
        return new RulesPage(matrix, made(here.exceptions()));
    }

    private static Rule rule(Cell cell, RulesHere here, WritingPolicy policy) {
        return new Rule(
                cell.writer(),
                cell.reader(),
                here.range(cell, policy),
                cell.choices(),
                cell.standard(policy));
    }

    private List<Made> made(List<WritingException> exceptions) {
        if (exceptions.isEmpty()) {
            return List.of();
        }
        Set<PersonId> ids =
                exceptions.stream()
                        .flatMap(one -> Stream.of(new PersonId(one.writerId()), one.reader()))
                        .collect(Collectors.toSet());
        Map<PersonId, Person> people = directory.persons(ids);
        Map<ClassId, String> classes =
                directory.classes().stream()
                        .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        return exceptions.stream().map(one -> made(one, people, classes)).toList();
    }

    private static Made made(
            WritingException one, Map<PersonId, Person> people, Map<ClassId, String> classes) {
        String className =
                one.isOfOnePerson() ? null : classes.getOrDefault(new ClassId(one.writerId()), "…");
        return new Made(
                one.id(),
                className,
                one.isOfOnePerson() ? name(people.get(new PersonId(one.writerId()))) : null,
                one.writerProfile(),
                one.isForOnePerson() ? name(people.get(one.reader())) : null,
                one.isForOnePerson(),
                one.readerProfile(),
                one.reach(),
                one.reason(),
                one.endsOn());
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null ? null : person.displayName();
    }

    PreviewPage preview(Request request, RulesInput.Preview input) {
        String q = Objects.requireNonNullElse(input.q(), "").strip();
        if (input.person() == null) {
            return new PreviewPage(q, named(q), null, List.of(), List.of(), List.of(), List.of());
        }
        Person person = person(new PersonId(input.person()));
        RulesHere here = kept.read(request.college());
        Reach reach = rules.reach(person.id(), person.profile(), request.college(), here);
        RulesOfWriter own =
                here.of(
                        person.id(),
                        person.profile(),
                        reach.classes(),
                        WritingPolicy.of(request.college()));
        return new PreviewPage(
                q,
                named(q),
                somebody(person),
                Cell.PROFILES.stream().map(reader -> line(reader, reach, own)).toList(),
                reach.isToMany() ? offered(reach) : List.of(),
                names(own.alsoTo()),
                names(own.neverTo()));
    }

    private static List<Group> offered(Reach reach) {
        return Stream.concat(reach.groups().ofTheWriter(), reach.groups().ofTheCollege())
                .map(group -> new Group(group.audience().code(), group.name(), group.people()))
                .toList();
    }

    private static Line line(Profile reader, Reach reach, RulesOfWriter own) {
        List<Person> people = reach.people(reader);
        return new Line(
                reader,
                own.ranges().getOrDefault(reader, Range.NOBODY),
                people.size(),
                people.stream().limit(NAMES_OF_ONE_LINE).map(Person::displayName).toList(),
                own.why(reader).map(WritingException::reason).orElse(null));
    }

    private List<String> names(Set<PersonId> ids) {
        return ids.isEmpty()
                ? List.of()
                : directory.persons(ids).values().stream()
                        .map(Person::displayName)
                        .sorted()
                        .toList();
    }

    /** Somebody of this collège. */
    Person person(PersonId id) {
        Person person = directory.persons(List.of(id)).get(id);
        if (person == null) {
            throw Refusal.notFound();
        }
        return person;
    }

    /** People whose name begins so. */
    List<Somebody> named(String q) {
        return q.isEmpty()
                ? List.of()
                : directory.search(q, Set.copyOf(Cell.PROFILES), NAMES).stream()
                        .map(RulesSheets::somebody)
                        .toList();
    }

    static Somebody somebody(Person person) {
        return new Somebody(person.id().toString(), person.displayName(), person.profile());
    }
}
