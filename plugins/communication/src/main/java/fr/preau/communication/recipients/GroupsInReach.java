package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.Everyone;
import fr.preau.communication.recipients.Audience.TaughtGroup;
import fr.preau.communication.recipients.Audience.WithFunction;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The groups that a writer to many may write to at once, and who is in them today. */
final class GroupsInReach {

    private final Reach reach;
    private final Surroundings around;
    private final Directory directory;
    private final Map<Profile, List<Person>> everyone = new EnumMap<>(Profile.class);

    GroupsInReach(Reach reach, Surroundings around, Directory directory) {
        this.reach = reach;
        this.around = around;
        this.directory = directory;
    }

    /** A group with its people; none where the writer may not write to it. */
    Optional<Addressee> addressee(Audience.Group group) {
        if (group instanceof ClassGroup ofClass) {
            return ofClass(ofClass);
        }
        if (group instanceof TaughtGroup taught) {
            return taught(taught);
        }
        return reach.reachesEvery(group.members())
                ? Optional.of(Addressee.of(group, "", ids(ofTheCollege(group))))
                : Optional.empty();
    }

    private Optional<Addressee> ofClass(ClassGroup group) {
        return around.classes().stream()
                .filter(own -> reach.reaches(group.members()))
                .filter(own -> own.id().equals(group.schoolClass()))
                .findFirst()
                .map(own -> Addressee.of(group, own.name(), ids(people(own, group.members()))));
    }

    private Optional<Addressee> taught(TaughtGroup group) {
        if (!reach.reaches(group.members())) {
            return Optional.empty();
        }
        return around.groups().stream()
                .filter(own -> own.id().equals(group.group()))
                .findFirst()
                .map(own -> Addressee.of(group, own.name(), ids(people(own, group.members()))));
    }

    private List<Person> ofTheCollege(Audience.Group group) {
        List<Person> all = everyone(group.members());
        return group instanceof WithFunction with
                ? all.stream().filter(p -> p.functions().contains(with.function())).toList()
                : all;
    }

    /** Everybody of a profile, asked once however many groups of it there are. */
    List<Person> everyone(Profile profile) {
        return everyone.computeIfAbsent(profile, one -> reach.others(directory.everyone(one)));
    }

    List<Person> people(SchoolClass schoolClass, Profile members) {
        return reach.others(around.ofClasses(List.of(schoolClass.id()), members));
    }

    List<Person> people(TeachingGroup group, Profile members) {
        return reach.others(around.ofGroups(List.of(group.id()), members));
    }

    /** All that may be offered at once of the collège as a whole; only the staff are counted. */
    Stream<Found.Group> ofTheCollege() {
        Stream<Found.Group> whole =
                Stream.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER)
                        .filter(reach::reachesEvery)
                        .map(members -> new Found.Group(new Everyone(members), "", null));
        if (!reach.reachesEvery(Profile.STAFF) || everyone(Profile.STAFF).isEmpty()) {
            return whole;
        }
        int all = everyone(Profile.STAFF).size();
        Stream<Found.Group> staff =
                Stream.of(new Found.Group(new Everyone(Profile.STAFF), "", all));
        return Stream.of(whole, staff, functions()).flatMap(groups -> groups);
    }

    /** A function that nobody has is no group. */
    private Stream<Found.Group> functions() {
        return Stream.of(StaffFunction.values())
                .map(WithFunction::new)
                .map(group -> new Found.Group(group, "", ofTheCollege(group).size()))
                .filter(group -> group.isCountedMoreThan(0));
    }

    /** Groups whose name, or whose function, begins so. */
    Stream<Found.Group> named(NameBeginning beginning) {
        if (!beginning.isSome()) {
            return Stream.empty();
        }
        Stream<Found.Group> ofClasses =
                around.classes().stream()
                        .filter(own -> beginning.matches(own.name()))
                        .flatMap(own -> members().map(m -> group(m, own)));
        Stream<Found.Group> ofGroups =
                around.groups().stream()
                        .filter(own -> beginning.matches(own.name()))
                        .flatMap(own -> members().map(m -> group(m, own)));
        Stream<Found.Group> staff =
                reach.reachesEvery(Profile.STAFF)
                        ? functions().filter(group -> beginning.matches(group.audience()))
                        : Stream.empty();
        return Stream.of(ofClasses, ofGroups, staff).flatMap(groups -> groups);
    }

    /** A teacher's classes and groups are few: they are offered before anything is asked. */
    Stream<Found.Group> ofTheWriter() {
        List<Profile> families = List.of(Profile.PUPIL, Profile.GUARDIAN);
        return Stream.concat(
                around.classes().stream()
                        .flatMap(
                                own ->
                                        members()
                                                .filter(families::contains)
                                                .map(m -> group(m, own))),
                around.groups().stream()
                        .flatMap(
                                own ->
                                        members()
                                                .filter(families::contains)
                                                .map(m -> group(m, own))));
    }

    private Stream<Profile> members() {
        return Audience.AROUND_PUPILS.stream().filter(reach::reaches);
    }

    private static Found.Group group(Profile members, SchoolClass of) {
        return new Found.Group(new ClassGroup(members, of.id()), of.name(), null);
    }

    private static Found.Group group(Profile members, TeachingGroup of) {
        return new Found.Group(new TaughtGroup(members, of.id()), of.name(), null);
    }

    private static List<PersonId> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }
}
