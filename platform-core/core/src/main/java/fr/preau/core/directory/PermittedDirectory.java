package fr.preau.core.directory;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directory of a module that was not granted the guardians: there are none in it, however it
 * asks.
 */
public final class PermittedDirectory implements Directory {

    private final Directory whole;

    public PermittedDirectory(Directory whole) {
        this.whole = whole;
    }

    @Override
    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        Map<PersonId, Person> persons = new HashMap<>(whole.persons(ids));
        persons.values().removeIf(person -> person.profile() == Profile.GUARDIAN);
        return persons;
    }

    @Override
    public List<Child> childrenOf(PersonId guardian) {
        return List.of();
    }

    @Override
    public Map<PersonId, List<Child>> childrenOfEach(Collection<PersonId> guardians) {
        return Map.of();
    }

    @Override
    public Map<PersonId, List<String>> subjectsOf(Collection<PersonId> teachers) {
        return whole.subjectsOf(teachers);
    }

    @Override
    public List<SchoolClass> classesOf(PersonId person) {
        return whole.classesOf(person);
    }

    @Override
    public List<SchoolClass> classes() {
        return whole.classes();
    }

    @Override
    public List<Person> pupilsOf(Collection<ClassId> classes) {
        return whole.pupilsOf(classes);
    }

    @Override
    public List<Person> guardiansOf(Collection<ClassId> classes) {
        return List.of();
    }

    @Override
    public List<Person> teachersOf(Collection<ClassId> classes) {
        return whole.teachersOf(classes);
    }

    @Override
    public List<Person> search(String text, Set<Profile> profiles, int limit) {
        Set<Profile> others = EnumSet.noneOf(Profile.class);
        others.addAll(profiles);
        others.remove(Profile.GUARDIAN);
        return others.isEmpty() ? List.of() : whole.search(text, others, limit);
    }
}
