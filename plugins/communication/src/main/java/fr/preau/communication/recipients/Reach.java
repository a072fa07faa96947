package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far the letters of one writer may go: the writer's line in the {@link WritingRules}. */
public final class Reach {

    private static final int EVERYONE_AT_MOST = 200;

    private static final List<Profile> ADULTS_FIRST =
            List.of(Profile.TEACHER, Profile.STAFF, Profile.GUARDIAN, Profile.PUPIL);

    private final PersonId writer;
    private final Directory directory;
    private final Set<Profile> everywhere;
    private final Set<Profile> aroundClasses;
    private final Set<PersonId> also;
    private final Set<PersonId> never;
    private final Surroundings around;
    private final boolean groups;
    private final GroupsInReach inReach;

    private Reach(
            PersonId writer,
            Directory directory,
            Surroundings around,
            RulesOfWriter rules,
            boolean groups) {
        this.writer = writer;
        this.directory = directory;
        this.everywhere = rules.with(Range.EVERYBODY);
        this.aroundClasses = rules.with(Range.OWN_CLASSES);
        this.also = rules.alsoTo();
        this.never = rules.neverTo();
        this.around = around;
        this.groups = groups;
        this.inReach = new GroupsInReach(this, around, directory);
    }

    /**
     * @param around the classes and groups that count for the writer
     * @param groups whether many may be written to at once
     */
    static Reach of(
            PersonId writer,
            Directory directory,
            Surroundings around,
            RulesOfWriter rules,
            boolean groups) {
        return new Reach(writer, directory, around, rules, groups);
    }

    /** Whether many may be written to at once. */
    boolean isToMany() {
        return groups;
    }

    /** The classes that count for the writer. */
    public List<SchoolClass> classes() {
        return around.classes();
    }

    /** The groups that count for the writer. */
    List<TeachingGroup> taughtGroups() {
        return around.groups();
    }

    /** The groups that the writer may choose among. */
    GroupsInReach groups() {
        return inReach;
    }

    /**
     * Whom the codes of a form mean.
     *
     * @param codes as they came in, {@code person:…} or {@code guardians:…}
     */
    public Recipients recipients(@Nullable List<String> codes) {
        if (codes == null || codes.isEmpty()) {
            return Recipients.NOBODY;
        }
        List<Optional<Audience>> named = codes.stream().map(Audience::ofCode).toList();
        List<Audience> chosen = named.stream().flatMap(Optional::stream).distinct().toList();
        Map<PersonId, Person> persons = reachable(chosen);
        List<Addressee> allowed =
                chosen.stream().flatMap(one -> addressee(one, persons).stream()).toList();
        boolean madeUp = named.stream().anyMatch(Optional::isEmpty);
        return new Recipients(allowed, madeUp || allowed.size() < chosen.size());
    }

    private Optional<Addressee> addressee(Audience audience, Map<PersonId, Person> persons) {
        if (audience instanceof OnePerson one) {
            return Optional.ofNullable(persons.get(one.person())).map(Addressee::of);
        }
        return groups ? inReach.addressee((Audience.Group) audience) : Optional.empty();
    }

    /** What the writer may know of these people, at once. */
    public Acquaintances acquaintances(Collection<Person> people) {
        if (!groups) {
            return Acquaintances.ofAFamily(people, directory);
        }
        Acquaintances all = Acquaintances.ofTheSchool(people, directory);
        return everywhere.contains(Profile.PUPIL) ? all : all.of(around::have);
    }

    /** Everybody in reach, by profile; for writers who need no search. */
    public Map<Profile, List<Person>> everyone() {
        Map<Profile, List<Person>> everyone = new LinkedHashMap<>();
        List<Person> more = alsoReached();
        for (Profile profile : ADULTS_FIRST) {
            List<Person> people =
                    Stream.concat(
                                    theRule(profile).stream(),
                                    more.stream().filter(one -> one.profile() == profile))
                            .distinct()
                            .toList();
            if (!people.isEmpty()) {
                everyone.put(profile, people);
            }
        }
        return everyone;
    }

    private List<Person> theRule(Profile profile) {
        if (aroundClasses.contains(profile)) {
            return near(profile);
        }
        return everywhere.contains(profile)
                ? others(directory.search("", Set.of(profile), EVERYONE_AT_MOST))
                : List.of();
    }

    /** The people of a profile who are in reach, by the rule for all of them. */
    List<Person> people(Profile profile) {
        if (aroundClasses.contains(profile)) {
            return near(profile);
        }
        return everywhere.contains(profile) ? inReach.everyone(profile) : List.of();
    }

    /** Those who are in reach by an exception for them alone. */
    private List<Person> alsoReached() {
        return also.isEmpty() ? List.of() : others(List.copyOf(directory.persons(also).values()));
    }

    /** Whether people of this profile may be written to, all or those around the own classes. */
    public boolean reaches(Profile profile) {
        return everywhere.contains(profile) || aroundClasses.contains(profile);
    }

    /** Whether all people of this profile may be written to, wherever they are. */
    boolean reachesEvery(Profile profile) {
        return everywhere.contains(profile);
    }

    /** The people around one of the writer's classes, by profile. */
    Map<Profile, List<Person>> around(SchoolClass schoolClass) {
        return around(profile -> inReach.people(schoolClass, profile));
    }

    /** The people around one of the writer's groups, by profile. */
    Map<Profile, List<Person>> around(TeachingGroup group) {
        return around(profile -> inReach.people(group, profile));
    }

    private Map<Profile, List<Person>> around(Function<Profile, List<Person>> people) {
        Map<Profile, List<Person>> found = new EnumMap<>(Profile.class);
        Audience.AROUND_PUPILS.stream()
                .filter(this::reaches)
                .forEach(profile -> found.put(profile, people.apply(profile)));
        return found;
    }

    /**
     * People in reach whose name begins with the text, or that of a child of theirs, or whose
     * function does.
     */
    List<Person> named(String text, int limit) {
        NameBeginning beginning = new NameBeginning(text);
        return Stream.of(
                        byName(text, beginning, limit),
                        withFunction(beginning),
                        guardiansOf(beginning))
                .flatMap(found -> found)
                .distinct()
                .limit(limit)
                .toList();
    }

    private Stream<Person> withFunction(NameBeginning beginning) {
        return everywhere.contains(Profile.STAFF) && beginning.isSome()
                ? inReach.everyone(Profile.STAFF).stream()
                        .filter(person -> person.functions().stream().anyMatch(beginning::matches))
                : Stream.empty();
    }

    /** The child's name is what the school knows; its guardians may have another. */
    private Stream<Person> guardiansOf(NameBeginning beginning) {
        if (!reaches(Profile.GUARDIAN) || !beginning.isSome()) {
            return Stream.empty();
        }
        List<Person> guardians = near(Profile.GUARDIAN);
        Map<PersonId, List<Child>> children =
                directory.childrenOfEach(guardians.stream().map(Person::id).toList());
        return guardians.stream()
                .filter(
                        guardian ->
                                children.getOrDefault(guardian.id(), List.of()).stream()
                                        .filter(around::have)
                                        .anyMatch(child -> beginning.matches(child.pupil())));
    }

    private Stream<Person> byName(String text, NameBeginning beginning, int limit) {
        Stream<Person> found =
                Stream.concat(
                        everywhere.isEmpty()
                                ? Stream.empty()
                                : others(directory.search(text, everywhere, limit)).stream(),
                        alsoReached().stream().filter(beginning::matches));
        for (Profile profile : aroundClasses) {
            found = Stream.concat(found, near(profile).stream().filter(beginning::matches));
        }
        return found;
    }

    private Map<PersonId, Person> reachable(Collection<Audience> chosen) {
        Set<PersonId> ids =
                chosen.stream()
                        .filter(OnePerson.class::isInstance)
                        .map(audience -> ((OnePerson) audience).person())
                        .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Profile, Set<PersonId>> near = new EnumMap<>(Profile.class);
        Map<PersonId, Person> reachable = new HashMap<>(directory.persons(ids));
        reachable.values().removeIf(person -> !reaches(person, near));
        return reachable;
    }

    /**
     * @param near who is around the writer's classes, read once for each profile
     */
    private boolean reaches(Person person, Map<Profile, Set<PersonId>> near) {
        if (person.id().equals(writer) || never.contains(person.id())) {
            return false;
        }
        if (also.contains(person.id()) || everywhere.contains(person.profile())) {
            return true;
        }
        return aroundClasses.contains(person.profile())
                && near.computeIfAbsent(person.profile(), this::idsAround).contains(person.id());
    }

    private Set<PersonId> idsAround(Profile profile) {
        return near(profile).stream().map(Person::id).collect(Collectors.toSet());
    }

    private List<Person> near(Profile profile) {
        return others(around.people(profile));
    }

    List<Person> others(List<Person> people) {
        return people.stream()
                .filter(person -> !person.id().equals(writer) && !never.contains(person.id()))
                .toList();
    }
}
