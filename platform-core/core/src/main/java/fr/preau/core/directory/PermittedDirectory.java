package fr.preau.core.directory;

import fr.preau.api.directory.Directory;
import fr.preau.api.plugin.Permission;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directory of a module that was not granted everything: without the guardians there are none
 * in it, however it asks, and without the telephones no number.
 */
public final class PermittedDirectory implements Directory {

    private final Directory whole;
    private final Set<Permission> granted;

    public PermittedDirectory(Directory whole, Set<Permission> granted) {
        this.whole = whole;
        this.granted = Set.copyOf(granted);
    }

    private boolean hasGuardians() {
        return granted.contains(Permission.DIRECTORY_GUARDIANS_READ);
    }

    @Override
    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        Map<PersonId, Person> persons = new HashMap<>(whole.persons(ids));
        persons.values().removeIf(person -> isHidden(person.profile()));
        return persons;
    }

    private boolean isHidden(Profile profile) {
        return profile == Profile.GUARDIAN && !hasGuardians();
    }

    @Override
    public List<Child> childrenOf(PersonId guardian) {
        return hasGuardians() ? whole.childrenOf(guardian) : List.of();
    }

    @Override
    public Map<PersonId, List<Child>> childrenOfEach(Collection<PersonId> guardians) {
        return hasGuardians() ? whole.childrenOfEach(guardians) : Map.of();
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
    public Map<PersonId, List<SchoolClass>> classesOfPupils() {
        return whole.classesOfPupils();
    }

    @Override
    public List<Person> pupilsOf(Collection<ClassId> classes) {
        return whole.pupilsOf(classes);
    }

    @Override
    public List<Person> guardiansOf(Collection<ClassId> classes) {
        return hasGuardians() ? whole.guardiansOf(classes) : List.of();
    }

    @Override
    public List<Person> teachersOf(Collection<ClassId> classes) {
        return whole.teachersOf(classes);
    }

    @Override
    public List<TeachingGroup> groups() {
        return whole.groups();
    }

    @Override
    public List<TeachingGroup> groupsOf(Collection<PersonId> persons) {
        return whole.groupsOf(persons);
    }

    @Override
    public List<Person> pupilsOfGroups(Collection<GroupId> groups) {
        return whole.pupilsOfGroups(groups);
    }

    @Override
    public List<Person> guardiansOfGroups(Collection<GroupId> groups) {
        return hasGuardians() ? whole.guardiansOfGroups(groups) : List.of();
    }

    @Override
    public List<Person> teachersOfGroups(Collection<GroupId> groups) {
        return whole.teachersOfGroups(groups);
    }

    @Override
    public List<Person> everyone(Profile profile) {
        return isHidden(profile) ? List.of() : whole.everyone(profile);
    }

    @Override
    public Map<PersonId, List<String>> telephonesOf(Collection<PersonId> guardians) {
        return hasGuardians() && granted.contains(Permission.DIRECTORY_TELEPHONES_READ)
                ? whole.telephonesOf(guardians)
                : Map.of();
    }

    @Override
    public List<Person> search(String text, Set<Profile> profiles, int limit) {
        Set<Profile> others = EnumSet.noneOf(Profile.class);
        others.addAll(profiles);
        others.removeIf(this::isHidden);
        return others.isEmpty() ? List.of() : whole.search(text, others, limit);
    }
}
