package fr.preau.communication.recipients;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.communication.recipients.Audience.ClassGroup;
import fr.preau.communication.recipients.Audience.OnePerson;
import java.util.Arrays;
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
    private final List<SchoolClass> classes;
    private final boolean groups;

    private Reach(
            PersonId writer,
            Directory directory,
            Set<Profile> everywhere,
            Set<Profile> aroundClasses,
            List<SchoolClass> classes,
            boolean groups) {
        this.writer = writer;
        this.directory = directory;
        this.everywhere = Set.copyOf(everywhere);
        this.aroundClasses = Set.copyOf(aroundClasses);
        this.classes = List.copyOf(classes);
        this.groups = groups;
    }

    /** Nobody yet. */
    static Reach of(PersonId writer, Directory directory) {
        return new Reach(writer, directory, Set.of(), Set.of(), List.of(), false);
    }

    /** And everyone of these profiles in the whole collège. */
    Reach everywhere(Profile... profiles) {
        return new Reach(
                writer,
                directory,
                Set.copyOf(Arrays.asList(profiles)),
                aroundClasses,
                classes,
                groups);
    }

    /** And those of these profiles who belong to these classes. */
    Reach around(List<SchoolClass> theseClasses, Set<Profile> profiles) {
        return new Reach(writer, directory, everywhere, profiles, theseClasses, groups);
    }

    /** And all people around a class at once. */
    Reach withGroups() {
        return new Reach(writer, directory, everywhere, aroundClasses, classes, true);
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
        for (Profile profile : ADULTS_FIRST) {
            if (aroundClasses.contains(profile)) {
                everyone.put(profile, peopleAround(classIds(), profile));
            } else if (everywhere.contains(profile)) {
                everyone.put(
                        profile, others(directory.search("", Set.of(profile), EVERYONE_AT_MOST)));
            }
        }
        return everyone;
    }

    /** The people around one of the writer's classes, by profile. */
    Map<Profile, List<Person>> around(SchoolClass schoolClass) {
        Map<Profile, List<Person>> around = new EnumMap<>(Profile.class);
        for (Profile profile : List.of(Profile.PUPIL, Profile.GUARDIAN, Profile.TEACHER)) {
            around.put(profile, peopleAround(List.of(schoolClass.id()), profile));
        }
        return around;
    }

    /** People in reach whose name begins with the text. */
    List<Person> named(String text, int limit) {
        NameBeginning beginning = new NameBeginning(text);
        Stream<Person> found = others(directory.search(text, everywhere, limit)).stream();
        for (Profile profile : aroundClasses) {
            Stream<Person> near = peopleAround(classIds(), profile).stream();
            found = Stream.concat(found, near.filter(beginning::matches));
        }
        return found.distinct().limit(limit).toList();
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
        if (person.id().equals(writer)) {
            return false;
        }
        if (everywhere.contains(person.profile())) {
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
        if (!groups || !(everywhere.contains(members) || aroundClasses.contains(members))) {
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
        return people.stream().filter(person -> !person.id().equals(writer)).toList();
    }
}
