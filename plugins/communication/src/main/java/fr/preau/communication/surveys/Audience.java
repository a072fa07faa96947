package fr.preau.communication.surveys;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.levels.PeopleOfClasses;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a survey asks as the directory has them now; three statements at most. */
final class Audience {

    private Audience() {}

    /**
     * @param classes none for the whole collège
     * @return people, and for whom each answers: the person, or children where a family answers
     */
    static Map<PersonId, Set<PersonId>> of(
            Survey survey, Set<ClassId> classes, Directory directory) {
        Collection<ClassId> asked =
                classes.isEmpty()
                        ? directory.classes().stream().map(SchoolClass::id).toList()
                        : classes;
        List<Person> people = PeopleOfClasses.of(survey.asks(), asked, directory);
        if (survey.perFamily() && survey.asks() == Profile.GUARDIAN && !people.isEmpty()) {
            return families(people, asked, directory);
        }
        Map<PersonId, Set<PersonId>> each = new LinkedHashMap<>();
        people.forEach(person -> each.put(person.id(), Set.of(person.id())));
        return each;
    }

    private static Map<PersonId, Set<PersonId>> families(
            List<Person> guardians, Collection<ClassId> classes, Directory directory) {
        Map<PersonId, List<Child>> children =
                directory.childrenOfEach(guardians.stream().map(Person::id).toList());
        Map<PersonId, Set<PersonId>> families = new LinkedHashMap<>();
        children.forEach(
                (guardian, theirs) -> {
                    Set<PersonId> asked =
                            theirs.stream()
                                    .filter(child -> isIn(child, classes))
                                    .map(child -> child.pupil().id())
                                    .collect(Collectors.toCollection(LinkedHashSet::new));
                    if (!asked.isEmpty()) {
                        families.put(guardian, asked);
                    }
                });
        return families;
    }

    private static boolean isIn(Child child, Collection<ClassId> classes) {
        return child.classes().stream().map(SchoolClass::id).anyMatch(classes::contains);
    }
}
