package fr.preau.communication.school;

import com.fasterxml.uuid.Generators;
import fr.preau.api.directory.Directory;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Request;
import fr.preau.api.safety.Closure;
import fr.preau.api.safety.Writing;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.College;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.GuardianRights;
import fr.preau.api.school.ModuleOption;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.TeachingGroup;
import fr.preau.api.school.Uai;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A collège made up for one test, which answers as the directory and counts its statements. */
public final class InventedSchool implements Directory, Writing {

    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final List<SchoolClass> classes = new ArrayList<>();
    private final Map<PersonId, Set<SchoolClass>> classesOf = new LinkedHashMap<>();
    private final List<TeachingGroup> groups = new ArrayList<>();
    private final Map<PersonId, Set<TeachingGroup>> groupsOf = new LinkedHashMap<>();
    private final Map<PersonId, Set<PersonId>> childrenOf = new LinkedHashMap<>();
    private final Map<PersonId, List<String>> subjectsOf = new LinkedHashMap<>();
    private final Set<ModuleOption> options = new LinkedHashSet<>();
    private final Map<Profile, Closure> closed = new EnumMap<>(Profile.class);
    private final AtomicInteger statements = new AtomicInteger();

    public SchoolClass aClass(String name) {
        SchoolClass schoolClass = new SchoolClass(new ClassId(newId()), name);
        classes.add(schoolClass);
        return schoolClass;
    }

    public TeachingGroup aGroup(String name) {
        TeachingGroup group = new TeachingGroup(new GroupId(newId()), name);
        groups.add(group);
        return group;
    }

    /** A pupil is in a group, a teacher teaches it. */
    public void joins(Person person, TeachingGroup group) {
        groupsOf.computeIfAbsent(person.id(), id -> new LinkedHashSet<>()).add(group);
    }

    public Person aPupil(String name, SchoolClass schoolClass) {
        return inClass(aPerson(name, Profile.PUPIL), schoolClass);
    }

    public Person aTeacher(String name, SchoolClass... taught) {
        Person teacher = aPerson(name, Profile.TEACHER);
        Stream.of(taught).forEach(schoolClass -> inClass(teacher, schoolClass));
        return teacher;
    }

    public Person aGuardian(String name, Person... children) {
        Person guardian = aPerson(name, Profile.GUARDIAN);
        childrenOf.put(
                guardian.id(), Stream.of(children).map(Person::id).collect(Collectors.toSet()));
        return guardian;
    }

    public Person aMemberOfTheStaff(String name) {
        return aMemberOfTheStaff(name, StaffFunction.CPE);
    }

    public Person aMemberOfTheStaff(String name, StaffFunction function) {
        return aPerson(name, Profile.STAFF, Set.of(function));
    }

    public void teaches(Person teacher, String... subjects) {
        subjectsOf.put(teacher.id(), List.of(subjects));
    }

    /** The collège's descriptor allows this. */
    public void allows(ModuleOption option) {
        options.add(option);
    }

    /** The Département has closed writing for this profile. */
    public void closesWriting(Profile profile, String notice) {
        closed.put(profile, new Closure(Closure.By.DEPARTEMENT, notice, Instant.EPOCH, null));
    }

    public void opensWriting() {
        closed.clear();
    }

    @Override
    public Optional<Closure> closedFor(Profile profile) {
        return Optional.ofNullable(closed.get(profile));
    }

    @Override
    public Optional<Instant> closedSince(Profile profile) {
        return closedFor(profile).map(Closure::since);
    }

    public void leaves(Person person) {
        people.remove(person.id());
    }

    /** The person calls a route. */
    public Request callOf(Person person) {
        College sevres =
                new College(
                        new Uai("0921244C"),
                        "sevres",
                        "Collège de Sèvres",
                        "Sèvres",
                        "#1d5c4d",
                        options);
        Caller caller =
                new Caller(person.id(), person.profile(), person.functions(), person.displayName());
        return Request.of(sevres, caller, Locale.FRENCH);
    }

    /** How often the directory was asked so far; each time is one SQL statement. */
    public int statements() {
        return statements.get();
    }

    public static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    private Person aPerson(String name, Profile profile) {
        return aPerson(name, profile, Set.of());
    }

    private Person aPerson(String name, Profile profile, Set<StaffFunction> functions) {
        String[] parts = name.split(" ", 2);
        Person person = new Person(new PersonId(newId()), parts[0], parts[1], profile, functions);
        people.put(person.id(), person);
        return person;
    }

    private Person inClass(Person person, SchoolClass schoolClass) {
        classesOf.computeIfAbsent(person.id(), id -> new LinkedHashSet<>()).add(schoolClass);
        return person;
    }

    @Override
    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        statements.incrementAndGet();
        return people.values().stream()
                .filter(person -> ids.contains(person.id()))
                .collect(Collectors.toMap(Person::id, person -> person));
    }

    @Override
    public List<Child> childrenOf(PersonId guardian) {
        statements.incrementAndGet();
        return children(guardian);
    }

    @Override
    public Map<PersonId, List<Child>> childrenOfEach(Collection<PersonId> guardians) {
        statements.incrementAndGet();
        return guardians.stream().collect(Collectors.toMap(id -> id, this::children));
    }

    @Override
    public Map<PersonId, List<String>> subjectsOf(Collection<PersonId> teachers) {
        statements.incrementAndGet();
        return subjectsOf.entrySet().stream()
                .filter(taught -> teachers.contains(taught.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Child> children(PersonId guardian) {
        return childrenOf.getOrDefault(guardian, Set.of()).stream()
                .map(people::get)
                .map(
                        child ->
                                new Child(
                                        child,
                                        List.copyOf(classesOf.getOrDefault(child.id(), Set.of())),
                                        new GuardianRights(true, true, true)))
                .toList();
    }

    @Override
    public List<SchoolClass> classesOf(PersonId person) {
        statements.incrementAndGet();
        return List.copyOf(classesOf.getOrDefault(person, Set.of()));
    }

    @Override
    public List<SchoolClass> classes() {
        statements.incrementAndGet();
        return List.copyOf(classes);
    }

    @Override
    public List<Person> pupilsOf(Collection<ClassId> of) {
        return around(of, Profile.PUPIL).toList();
    }

    @Override
    public List<Person> teachersOf(Collection<ClassId> of) {
        return around(of, Profile.TEACHER).toList();
    }

    @Override
    public List<Person> guardiansOf(Collection<ClassId> of) {
        return guardiansOf(around(of, Profile.PUPIL));
    }

    private List<Person> guardiansOf(Stream<Person> children) {
        Set<PersonId> pupils = children.map(Person::id).collect(Collectors.toSet());
        return sorted(
                        people.values().stream()
                                .filter(
                                        person ->
                                                childrenOf
                                                        .getOrDefault(person.id(), Set.of())
                                                        .stream()
                                                        .anyMatch(pupils::contains)))
                .toList();
    }

    @Override
    public List<Person> search(String text, Set<Profile> profiles, int limit) {
        statements.incrementAndGet();
        String beginning = text.toLowerCase(Locale.ROOT);
        return sorted(
                        people.values().stream()
                                .filter(person -> profiles.contains(person.profile()))
                                .filter(
                                        person ->
                                                person.familyName()
                                                        .toLowerCase(Locale.ROOT)
                                                        .startsWith(beginning)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<TeachingGroup> groups() {
        statements.incrementAndGet();
        return List.copyOf(groups);
    }

    @Override
    public List<TeachingGroup> groupsOf(Collection<PersonId> persons) {
        statements.incrementAndGet();
        return groups.stream()
                .filter(
                        group ->
                                persons.stream()
                                        .anyMatch(
                                                one ->
                                                        groupsOf.getOrDefault(one, Set.of())
                                                                .contains(group)))
                .toList();
    }

    @Override
    public List<Person> pupilsOfGroups(Collection<GroupId> of) {
        return inGroups(of, Profile.PUPIL).toList();
    }

    @Override
    public List<Person> guardiansOfGroups(Collection<GroupId> of) {
        return guardiansOf(inGroups(of, Profile.PUPIL));
    }

    @Override
    public List<Person> teachersOfGroups(Collection<GroupId> of) {
        return inGroups(of, Profile.TEACHER).toList();
    }

    private Stream<Person> inGroups(Collection<GroupId> of, Profile profile) {
        statements.incrementAndGet();
        return sorted(
                people.values().stream()
                        .filter(person -> person.profile() == profile)
                        .filter(
                                person ->
                                        groupsOf.getOrDefault(person.id(), Set.of()).stream()
                                                .anyMatch(group -> of.contains(group.id()))));
    }

    @Override
    public List<Person> everyone(Profile profile) {
        statements.incrementAndGet();
        return profile == Profile.GUARDIAN
                ? guardiansOf(people.values().stream())
                : sorted(people.values().stream().filter(one -> one.profile() == profile)).toList();
    }

    private Stream<Person> around(Collection<ClassId> of, Profile profile) {
        statements.incrementAndGet();
        return sorted(
                people.values().stream()
                        .filter(person -> person.profile() == profile)
                        .filter(
                                person ->
                                        classesOf.getOrDefault(person.id(), Set.of()).stream()
                                                .anyMatch(c -> of.contains(c.id()))));
    }

    private static Stream<Person> sorted(Stream<Person> persons) {
        return persons.sorted(
                Comparator.comparing(Person::familyName).thenComparing(Person::givenName));
    }
}
