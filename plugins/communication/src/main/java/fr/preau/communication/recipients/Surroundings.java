package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
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
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes and taught groups that count for one writer, with the people around them.
 *
 * <p>A group opens the way between its teachers, its pupils and their guardians, as a class does.
 * Pupils of one group are no class, though: what is allowed within a class is not within a group.
 */
final class Surroundings {

    private final Directory directory;
    private final Profile writer;
    private final List<SchoolClass> classes;
    private final Supplier<List<TeachingGroup>> readGroups;
    private @Nullable List<TeachingGroup> groups;
    private @Nullable Set<PersonId> taughtPupils;

    /**
     * @param readGroups asked at most once, and only where somebody wants to know
     */
    Surroundings(
            Directory directory,
            Profile writer,
            List<SchoolClass> classes,
            Supplier<List<TeachingGroup>> readGroups) {
        this.directory = directory;
        this.writer = writer;
        this.classes = List.copyOf(classes);
        this.readGroups = readGroups;
    }

    List<SchoolClass> classes() {
        return classes;
    }

    List<TeachingGroup> groups() {
        List<TeachingGroup> known = groups == null ? List.copyOf(readGroups.get()) : groups;
        groups = known;
        return known;
    }

    /** The people of a profile around all of them, each once. */
    List<Person> people(Profile profile) {
        List<Person> ofClasses = ofClasses(classes.stream().map(SchoolClass::id).toList(), profile);
        List<GroupId> taught =
                groupsCountFor(profile)
                        ? groups().stream().map(TeachingGroup::id).toList()
                        : List.of();
        return taught.isEmpty()
                ? ofClasses
                : Stream.concat(ofClasses.stream(), ofGroups(taught, profile).stream())
                        .distinct()
                        .toList();
    }

    /** Whether a child is of one of these classes, or is taught in one of these groups. */
    boolean have(Child child) {
        return child.classes().stream().anyMatch(classes::contains)
                || taughtPupils().contains(child.pupil().id());
    }

    private Set<PersonId> taughtPupils() {
        Set<PersonId> known = taughtPupils;
        if (known == null) {
            known =
                    groupsCountFor(Profile.PUPIL) && !groups().isEmpty()
                            ? ofGroups(
                                            groups().stream().map(TeachingGroup::id).toList(),
                                            Profile.PUPIL)
                                    .stream()
                                    .map(Person::id)
                                    .collect(Collectors.toSet())
                            : Set.of();
            taughtPupils = known;
        }
        return known;
    }

    private boolean groupsCountFor(Profile reader) {
        return reader == Profile.TEACHER || WritingRules.choosesBySearch(writer);
    }

    List<Person> ofClasses(Collection<ClassId> ids, Profile profile) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return switch (profile) {
            case PUPIL -> directory.pupilsOf(ids);
            case GUARDIAN -> directory.guardiansOf(ids);
            case TEACHER -> directory.teachersOf(ids);
            case STAFF, OPERATOR -> List.of();
        };
    }

    List<Person> ofGroups(Collection<GroupId> ids, Profile profile) {
        return switch (profile) {
            case PUPIL -> directory.pupilsOfGroups(ids);
            case GUARDIAN -> directory.guardiansOfGroups(ids);
            case TEACHER -> directory.teachersOfGroups(ids);
            case STAFF, OPERATOR -> List.of();
        };
    }
}
