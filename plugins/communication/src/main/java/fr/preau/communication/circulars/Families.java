package fr.preau.communication.circulars;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The children of some classes with their guardians of today, read in three statements.
 *
 * @param children who have a guardian, by class and name
 * @param withoutGuardian how many have none in the directory: nobody would answer for them
 */
record Families(List<OfChild> children, int withoutGuardian) {

    /** A child and the adults who may answer. */
    record OfChild(Person child, String className, List<Guardian> guardians) {}

    /**
     * @param legal whether this adult holds parental authority
     */
    record Guardian(Person person, boolean legal) {}

    static Families of(Collection<SchoolClass> classes, Directory directory) {
        List<ClassId> ids = classes.stream().map(SchoolClass::id).toList();
        if (ids.isEmpty()) {
            return new Families(List.of(), 0);
        }
        List<Person> pupils = directory.pupilsOf(ids);
        List<Person> adults = directory.guardiansOf(ids);
        Map<PersonId, List<Guardian>> guardians = new HashMap<>();
        Map<PersonId, String> classNames = new HashMap<>();
        Map<PersonId, List<Child>> children =
                directory.childrenOfEach(adults.stream().map(Person::id).toList());
        for (Person adult : adults) {
            for (Child child : children.getOrDefault(adult.id(), List.of())) {
                PersonId id = child.pupil().id();
                guardians
                        .computeIfAbsent(id, c -> new ArrayList<>())
                        .add(new Guardian(adult, child.rights().legal()));
                child.classes().stream()
                        .filter(classes::contains)
                        .findFirst()
                        .ifPresent(c -> classNames.putIfAbsent(id, c.name()));
            }
        }
        List<OfChild> addressed =
                pupils.stream()
                        .distinct()
                        .filter(pupil -> classNames.containsKey(pupil.id()))
                        .map(
                                pupil ->
                                        new OfChild(
                                                pupil,
                                                classNames.getOrDefault(pupil.id(), ""),
                                                guardians.getOrDefault(pupil.id(), List.of())))
                        .toList();
        return new Families(
                addressed,
                (int) pupils.stream().map(Person::id).distinct().count() - addressed.size());
    }

    /** How many families: children who have the same guardians are of one. */
    int count() {
        Set<Set<PersonId>> families =
                children.stream()
                        .map(
                                child ->
                                        child.guardians().stream()
                                                .map(guardian -> guardian.person().id())
                                                .collect(Collectors.toSet()))
                        .collect(Collectors.toSet());
        return families.size();
    }

    int guardianCount() {
        return (int)
                children.stream()
                        .flatMap(child -> child.guardians().stream())
                        .map(guardian -> guardian.person().id())
                        .distinct()
                        .count();
    }
}
