package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.About.ChildName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the writer may know of the people of one page, read at once: families know the subjects of
 * teachers, teachers and staff know whose guardian an adult is.
 */
public final class Acquaintances {

    private final Map<PersonId, List<String>> subjects;
    private final Map<PersonId, List<Child>> children;

    private Acquaintances(
            Map<PersonId, List<String>> subjects, Map<PersonId, List<Child>> children) {
        this.subjects = subjects;
        this.children = children;
    }

    static Acquaintances ofAFamily(Collection<Person> people, Directory directory) {
        List<PersonId> teachers = those(Profile.TEACHER, people);
        return new Acquaintances(
                teachers.isEmpty() ? Map.of() : directory.subjectsOf(teachers), Map.of());
    }

    static Acquaintances ofTheSchool(Collection<Person> people, Directory directory) {
        List<PersonId> guardians = those(Profile.GUARDIAN, people);
        return new Acquaintances(
                Map.of(), guardians.isEmpty() ? Map.of() : directory.childrenOfEach(guardians));
    }

    /** The same, without other children than these. */
    Acquaintances of(Predicate<Child> these) {
        Map<PersonId, List<Child>> near = new HashMap<>();
        children.forEach(
                (guardian, theirs) -> near.put(guardian, theirs.stream().filter(these).toList()));
        return new Acquaintances(subjects, near);
    }

    private static List<PersonId> those(Profile profile, Collection<Person> people) {
        return people.stream()
                .filter(person -> person.profile() == profile)
                .map(Person::id)
                .distinct()
                .toList();
    }

    public About about(Person person) {
        return new About(
                person.functions().stream().sorted().toList(),
                subjects.getOrDefault(person.id(), List.of()),
                children.getOrDefault(person.id(), List.of()).stream()
                        .map(Acquaintances::named)
                        .toList());
    }

    /** What there is to say of a chosen person; a group needs nothing. */
    public About about(Addressee addressee) {
        Person person = addressee.person();
        return person == null ? About.NOTHING : about(person);
    }

    private static ChildName named(Child child) {
        return new ChildName(
                child.pupil().displayName(),
                child.classes().stream().map(SchoolClass::name).toList());
    }
}
