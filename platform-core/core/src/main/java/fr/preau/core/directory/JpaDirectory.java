package fr.preau.core.directory;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Child;
import fr.preau.api.school.ClassId;
import fr.preau.api.school.GroupId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.TeachingGroup;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The directory of the collège whose entity manager it is given; it only reads. */
public final class JpaDirectory implements Directory {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/Paris");
    private static final int MOST = 200;

    /** Whose children are asked for. */
    public record ChildrenOf(PersonId guardian) {}

    private final Supplier<EntityManager> entities;
    private final BiFunction<ChildrenOf, Supplier<List<Child>>, List<Child>> once;
    private final GroupsInDirectory groups;
    private final Clock clock;

    /**
     * @param entities gives the entity manager of the current request's collège, or throws {@link
     *     IllegalStateException} outside a request
     * @param once asks, or knows the answer from before: each card of an accueil wants the children
     */
    public JpaDirectory(
            Supplier<EntityManager> entities,
            BiFunction<ChildrenOf, Supplier<List<Child>>, List<Child>> once,
            Clock clock) {
        this.entities = entities;
        this.once = once;
        this.clock = clock.withZone(SCHOOL_TIME);
        this.groups = new GroupsInDirectory(entities, this.clock);
    }

    /** The classes that the persistence unit of the directory must know. */
    public static List<Class<?>> entities() {
        return List.of(
                DirectoryPerson.class,
                DirectoryContact.class,
                DirectoryClass.class,
                ClassMember.class,
                DirectoryGroup.class,
                GroupMember.class,
                Teaching.class,
                GroupTeaching.class,
                DirectorySubject.class,
                HeadTeacher.class,
                Guardianship.class);
    }

    @Override
    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        EntityManager manager = entities.get();
        Map<PersonId, Person> persons = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            manager.createNamedQuery(DirectoryPerson.BY_IDS, ListedPerson.class)
                    .setParameter("ids", identities(ids))
                    .getResultList()
                    .forEach(row -> persons.put(new PersonId(row.id()), row.asPerson()));
        }
        return persons;
    }

    @Override
    public List<Child> childrenOf(PersonId guardian) {
        return once.apply(new ChildrenOf(guardian), () -> children(guardian));
    }

    private List<Child> children(PersonId guardian) {
        return ListedChild.together(
                entities.get()
                        .createNamedQuery(Guardianship.CHILDREN, ListedChild.class)
                        .setParameter("guardian", guardian.value())
                        .setParameter("today", LocalDate.now(clock))
                        .getResultList());
    }

    @Override
    public Map<PersonId, List<Child>> childrenOfEach(Collection<PersonId> guardians) {
        EntityManager manager = entities.get();
        if (guardians.isEmpty()) {
            return Map.of();
        }
        return ListedChild.byAdult(
                manager.createNamedQuery(Guardianship.CHILDREN_OF_EACH, ListedChild.class)
                        .setParameter("guardians", identities(guardians))
                        .setParameter("today", LocalDate.now(clock))
                        .getResultList());
    }

    @Override
    public Map<PersonId, List<String>> subjectsOf(Collection<PersonId> teachers) {
        EntityManager manager = entities.get();
        if (teachers.isEmpty()) {
            return Map.of();
        }
        return manager
                .createNamedQuery(DirectorySubject.OF_TEACHERS, ListedSubject.class)
                .setParameter("teachers", identities(teachers))
                .getResultList()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new PersonId(row.teacher()),
                                Collectors.mapping(
                                        row -> SubjectNames.said(row.label()),
                                        Collectors.toList())));
    }

    @Override
    public List<SchoolClass> classesOf(PersonId person) {
        return entities
                .get()
                .createNamedQuery(DirectoryClass.OF_PERSON, ListedClass.class)
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(ListedClass::asClass)
                .toList();
    }

    @Override
    public Map<PersonId, List<SchoolClass>> classesOfPupils() {
        return entities
                .get()
                .createNamedQuery(DirectoryClass.OF_PUPILS, ListedMember.class)
                .getResultList()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> new PersonId(row.person()),
                                Collectors.mapping(ListedMember::asClass, Collectors.toList())));
    }

    @Override
    public List<SchoolClass> classes() {
        return entities
                .get()
                .createNamedQuery(DirectoryClass.OPEN, ListedClass.class)
                .getResultList()
                .stream()
                .map(ListedClass::asClass)
                .toList();
    }

    @Override
    public List<Person> pupilsOf(Collection<ClassId> classes) {
        EntityManager manager = entities.get();
        if (classes.isEmpty()) {
            return List.of();
        }
        return asPersons(
                manager.createNamedQuery(DirectoryPerson.PUPILS_OF_CLASSES, ListedPerson.class)
                        .setParameter("classes", values(classes))
                        .getResultList());
    }

    @Override
    public List<Person> guardiansOf(Collection<ClassId> classes) {
        EntityManager manager = entities.get();
        if (classes.isEmpty()) {
            return List.of();
        }
        return asPersons(
                manager.createNamedQuery(DirectoryPerson.GUARDIANS_OF_CLASSES, ListedPerson.class)
                        .setParameter("classes", values(classes))
                        .setParameter("today", LocalDate.now(clock))
                        .getResultList());
    }

    @Override
    public List<Person> teachersOf(Collection<ClassId> classes) {
        EntityManager manager = entities.get();
        if (classes.isEmpty()) {
            return List.of();
        }
        return asPersons(
                manager.createNamedQuery(DirectoryPerson.TEACHERS_OF_CLASSES, ListedPerson.class)
                        .setParameter("classes", values(classes))
                        .getResultList());
    }

    @Override
    public List<TeachingGroup> groups() {
        return groups.all();
    }

    @Override
    public List<TeachingGroup> groupsOf(Collection<PersonId> persons) {
        return groups.of(persons);
    }

    @Override
    public List<Person> pupilsOfGroups(Collection<GroupId> of) {
        return groups.pupils(of);
    }

    @Override
    public List<Person> guardiansOfGroups(Collection<GroupId> of) {
        return groups.guardians(of);
    }

    @Override
    public List<Person> teachersOfGroups(Collection<GroupId> of) {
        return groups.teachers(of);
    }

    @Override
    public List<Person> everyone(Profile profile) {
        EntityManager manager = entities.get();
        return asPersons(
                profile == Profile.GUARDIAN
                        ? manager.createNamedQuery(DirectoryPerson.GUARDIANS, ListedPerson.class)
                                .setParameter("today", LocalDate.now(clock))
                                .getResultList()
                        : manager.createNamedQuery(DirectoryPerson.OF_PROFILES, ListedPerson.class)
                                .setParameter("profiles", List.of(profile.name()))
                                .getResultList());
    }

    @Override
    public Map<PersonId, List<String>> telephonesOf(Collection<PersonId> guardians) {
        EntityManager manager = entities.get();
        if (guardians.isEmpty()) {
            return Map.of();
        }
        return manager
                .createNamedQuery(DirectoryContact.OF_GUARDIANS, ListedTelephones.class)
                .setParameter("guardians", identities(guardians))
                .setParameter("today", LocalDate.now(clock))
                .getResultList()
                .stream()
                .filter(row -> !row.numbers().isEmpty())
                .collect(
                        Collectors.toMap(
                                row -> new PersonId(row.person()), ListedTelephones::numbers));
    }

    @Override
    public List<Person> search(String text, Set<Profile> profiles, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a search answers 1 to 200 persons, not " + limit);
        }
        EntityManager manager = entities.get();
        if (profiles.isEmpty()) {
            return List.of();
        }
        String beginning = text.strip();
        var query =
                beginning.isEmpty()
                        ? manager.createNamedQuery(DirectoryPerson.OF_PROFILES, ListedPerson.class)
                        : manager.createNamedQuery(DirectoryPerson.BY_NAME, ListedPerson.class)
                                .setParameter("beginning", escaped(beginning) + "%");
        return asPersons(
                query.setParameter("profiles", profiles.stream().map(Enum::name).sorted().toList())
                        .setMaxResults(limit)
                        .getResultList());
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static List<UUID> identities(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).distinct().toList();
    }

    private static List<UUID> values(Collection<ClassId> classes) {
        return classes.stream().map(ClassId::value).distinct().toList();
    }

    private static List<Person> asPersons(List<ListedPerson> rows) {
        return rows.stream().map(ListedPerson::asPerson).toList();
    }
}
