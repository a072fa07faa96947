package fr.preau.communication.appointments;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who takes part in a meeting as the directory has it now.
 *
 * @param hosts with the classes whose families they receive
 * @param invited guardians, each with the children for whom they are asked to come
 */
record Participants(Map<PersonId, Set<ClassId>> hosts, Map<PersonId, Set<PersonId>> invited) {

    /** The teachers of these classes, and their pupils' guardians; a statement a class. */
    static Participants ofClasses(Collection<ClassId> classes, Directory directory) {
        Map<PersonId, Set<ClassId>> hosts = new LinkedHashMap<>();
        for (ClassId schoolClass : classes) {
            for (Person teacher : directory.teachersOf(List.of(schoolClass))) {
                hosts.computeIfAbsent(teacher.id(), id -> new LinkedHashSet<>()).add(schoolClass);
            }
        }
        return new Participants(hosts, invited(classes, inClasses(classes), directory));
    }

    /** One host, with the guardians of these classes and of these pupils. */
    static Participants ofOneHost(
            PersonId host,
            Set<ClassId> classes,
            Collection<ClassId> classesOfPupils,
            Collection<PersonId> pupils,
            Directory directory) {
        Set<ClassId> all = new LinkedHashSet<>(classes);
        all.addAll(classesOfPupils);
        Predicate<Child> asked =
                inClasses(classes).or(child -> pupils.contains(child.pupil().id()));
        return new Participants(Map.of(host, classes), invited(all, asked, directory));
    }

    private static Predicate<Child> inClasses(Collection<ClassId> classes) {
        return child -> child.classes().stream().map(SchoolClass::id).anyMatch(classes::contains);
    }

    private static Map<PersonId, Set<PersonId>> invited(
            Collection<ClassId> classes, Predicate<Child> asked, Directory directory) {
        List<PersonId> guardians =
                classes.isEmpty()
                        ? List.of()
                        : directory.guardiansOf(classes).stream().map(Person::id).toList();
        if (guardians.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Set<PersonId>> invited = new LinkedHashMap<>();
        directory
                .childrenOfEach(guardians)
                .forEach(
                        (guardian, children) ->
                                children.stream()
                                        .filter(asked)
                                        .forEach(
                                                child ->
                                                        invited.computeIfAbsent(
                                                                        guardian,
                                                                        id -> new LinkedHashSet<>())
                                                                .add(child.pupil().id())));
        return invited;
    }
}
