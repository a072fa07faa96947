package fr.preau.api.directory;

import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is at the collège of the current request; needs the permission {@code directory:read}.
 *
 * <p>Lists are sorted as a French reader expects, by family name then given name. Each method is
 * one SQL statement. Called outside a request it throws {@link IllegalStateException}.
 */
public interface Directory {

    /** The persons with these identities; those who have left are absent from the answer. */
    Map<PersonId, Person> persons(Collection<PersonId> ids);

    /**
     * The children this adult is a guardian of today: holds parental authority over, or has in
     * charge. A mere contact or payer is no guardian.
     */
    List<Child> childrenOf(PersonId guardian);

    /**
     * The same for several adults at once; who has no child here is absent from the answer. A
     * directory that can't tell answers for nobody.
     */
    default Map<PersonId, List<Child>> childrenOfEach(Collection<PersonId> guardians) {
        return Map.of();
    }

    /**
     * What these teachers teach at the collège, as people say it; who teaches nothing is absent
     * from the answer. A directory that can't tell answers for nobody.
     */
    default Map<PersonId, List<String>> subjectsOf(Collection<PersonId> teachers) {
        return Map.of();
    }

    /** The classes a pupil is in, or a teacher teaches. */
    List<SchoolClass> classesOf(PersonId person);

    /** All classes of the collège. */
    List<SchoolClass> classes();

    /**
     * The classes of every pupil of the collège, for lists of all of them; who is in none is absent
     * from the answer. A directory that can't tell answers for nobody.
     */
    default Map<PersonId, List<SchoolClass>> classesOfPupils() {
        return Map.of();
    }

    /** The pupils of these classes. */
    List<Person> pupilsOf(Collection<ClassId> classes);

    /** The adults who are guardians today of a pupil of these classes. */
    List<Person> guardiansOf(Collection<ClassId> classes);

    /** The teachers of these classes. */
    List<Person> teachersOf(Collection<ClassId> classes);

    /** All groups that are taught at the collège. A directory that can't tell names none. */
    default List<TeachingGroup> groups() {
        return List.of();
    }

    /** The groups that any of these persons is in, or teaches. */
    default List<TeachingGroup> groupsOf(Collection<PersonId> persons) {
        return List.of();
    }

    /** The pupils of these groups. */
    default List<Person> pupilsOfGroups(Collection<GroupId> groups) {
        return List.of();
    }

    /** The adults who are guardians today of a pupil of these groups. */
    default List<Person> guardiansOfGroups(Collection<GroupId> groups) {
        return List.of();
    }

    /** The teachers of these groups. */
    default List<Person> teachersOfGroups(Collection<GroupId> groups) {
        return List.of();
    }

    /**
     * Everybody of a profile, however many they are; of the guardians only those who are guardians
     * today of a pupil who is here. A directory that can't tell answers with nobody.
     */
    default List<Person> everyone(Profile profile) {
        return List.of();
    }

    /**
     * The numbers at which the school calls these adults, the mobile first; who is no guardian
     * today of a pupil who is here, or has no number, is absent from the answer. Needs the
     * permission {@code directory:telephones.read} as well; without it the answer is empty.
     */
    default Map<PersonId, List<String>> telephonesOf(Collection<PersonId> guardians) {
        return Map.of();
    }

    /**
     * Persons of these profiles whose name begins with the text, accents and case aside.
     *
     * @param text empty for everyone
     * @param limit at most 200
     */
    List<Person> search(String text, Set<Profile> profiles, int limit);
}
