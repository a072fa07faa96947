package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final List<SchoolClass> classes;
    private final boolean groups;

    private Reach(
            PersonId writer,
            Directory directory,
            List<SchoolClass> classes,
            RulesOfWriter rules,
            boolean groups) {
        this.writer = writer;
        this.directory = directory;
        this.everywhere = rules.with(Range.EVERYBODY);
        this.aroundClasses = rules.with(Range.OWN_CLASSES);
        this.also = rules.alsoTo();
        this.never = rules.neverTo();
        this.classes = List.copyOf(classes);
        this.groups = groups;
    }

    /**
     * @param classes that count for the writer
     * @param groups whether all people around a class may be written to at once
     */
    static Reach of(
            PersonId writer,
            Directory directory,
            List<SchoolClass> classes,
            RulesOfWriter rules,
            boolean groups) {
        return new Reach(writer, directory, classes, rules, groups);
    }

    /** The classes that count for the writer. */
    public List<SchoolClass> classes() {
        return classes;
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
        return audience instanceof OnePerson one
                ? Optional.ofNullable(persons.get(one.person())).map(Addressee::of)
                : group((ClassGroup) audience);
    }

    /** What the writer may know of these people, at once. */
    public Acquaintances acquaintances(Collection<Person> people) {
        if (!groups) {
            return Acquaintances.ofAFamily(people, directory);
        }
        Acquaintances all = Acquaintances.ofTheSchool(people, directory);
        return everywhere.contains(Profile.PUPIL) ? all : all.in(classes);
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
            return peopleAround(classIds(), profile);
        }
        return everywhere.contains(profile)
                ? others(directory.search("", Set.of(profile), EVERYONE_AT_MOST))
                : List.of();
    }

    /** How many people of a profile are in reach, by the rule for all of them. */
    int count(Profile profile) {
        if (aroundClasses.contains(profile)) {
            return peopleAround(classIds(), profile).size();
        }
        if (!everywhere.contains(profile)) {
            return 0;
        }
        boolean aroundSome = profile == Profile.PUPIL || profile == Profile.GUARDIAN;
        return aroundSome
                ? peopleAround(directory.classes().stream().map(SchoolClass::id).toList(), profile)
                        .size()
                : theRule(profile).size();
    }

    /** Those who are in reach by an exception for them alone. */
    private List<Person> alsoReached() {
        return also.isEmpty() ? List.of() : others(List.copyOf(directory.persons(also).values()));
    }

    /** Whether people of this profile may be written to, all or those around the own classes. */
    public boolean reaches(Profile profile) {
        return everywhere.contains(profile) || aroundClasses.contains(profile);
    }

    /** The people around one of the writer's classes, by profile. */
    Map<Profile, List<Person>> around(SchoolClass schoolClass) {
        Map<Profile, List<Person>> around = new EnumMap<>(Profile.class);
        for (Profile profile : List.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER)) {
            if (reaches(profile)) {
                around.put(profile, peopleAround(List.of(schoolClass.id()), profile));
            }
        }
        return around;
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
                ? others(directory.search("", Set.of(Profile.STAFF), EVERYONE_AT_MOST)).stream()
                        .filter(person -> person.functions().stream().anyMatch(beginning::matches))
                : Stream.empty();
    }

    /** The child's name is what the school knows; its guardians may have another. */
    private Stream<Person> guardiansOf(NameBeginning beginning) {
        if (!reaches(Profile.GUARDIAN) || !beginning.isSome()) {
            return Stream.empty();
        }
        List<Person> guardians = peopleAround(classIds(), Profile.GUARDIAN);
        Map<PersonId, List<Child>> children =
                directory.childrenOfEach(guardians.stream().map(Person::id).toList());
        return guardians.stream()
                .filter(
                        guardian ->
                                children.getOrDefault(guardian.id(), List.of()).stream()
                                        .filter(this::isNear)
                                        .anyMatch(child -> beginning.matches(child.pupil())));
    }

    private boolean isNear(Child child) {
        return child.classes().stream().anyMatch(classes::contains);
    }

    private Stream<Person> byName(String text, NameBeginning beginning, int limit) {
        Stream<Person> found =
                Stream.concat(
                        everywhere.isEmpty()
                                ? Stream.empty()
                                : others(directory.search(text, everywhere, limit)).stream(),
                        alsoReached().stream().filter(beginning::matches));
        for (Profile profile : aroundClasses) {
            Stream<Person> near = peopleAround(classIds(), profile).stream();
            found = Stream.concat(found, near.filter(beginning::matches));
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
        return peopleAround(classIds(), profile).stream()
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private Optional<Addressee> group(ClassGroup group) {
        Profile members = group.members();
        if (!groups || !reaches(members)) {
            return Optional.empty();
        }
        return classes.stream()
                .filter(own -> own.id().equals(group.schoolClass()))
                .findFirst()
                .map(own -> Addressee.of(members, own, idsOf(own, members)));
    }

    private List<PersonId> idsOf(SchoolClass schoolClass, Profile members) {
        return peopleAround(List.of(schoolClass.id()), members).stream().map(Person::id).toList();
    }

    private List<ClassId> classIds() {
        return classes.stream().map(SchoolClass::id).toList();
    }

    private List<Person> peopleAround(Collection<ClassId> ids, Profile profile) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return switch (profile) {
            case PUPIL -> others(directory.pupilsOf(ids));
            case GUARDIAN -> others(directory.guardiansOf(ids));
            case TEACHER -> others(directory.teachersOf(ids));
            case STAFF, OPERATOR -> List.of();
        };
    }

    private List<Person> others(List<Person> people) {
        return people.stream()
                .filter(person -> !person.id().equals(writer) && !never.contains(person.id()))
                .toList();
    }
}
