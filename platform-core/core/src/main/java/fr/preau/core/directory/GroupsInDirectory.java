package fr.preau.core.directory;

import fr.preau.api.school.GroupId;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.TeachingGroup;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The part of the directory that is about the groups taught apart from the classes. */
final class GroupsInDirectory {

    private final Supplier<EntityManager> entities;
    private final Clock clock;

    GroupsInDirectory(Supplier<EntityManager> entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    List<TeachingGroup> all() {
        return groups(entities.get().createNamedQuery(DirectoryGroup.OPEN, ListedGroup.class));
    }

    List<TeachingGroup> of(Collection<PersonId> persons) {
        EntityManager manager = entities.get();
        return persons.isEmpty()
                ? List.of()
                : groups(
                        manager.createNamedQuery(DirectoryGroup.OF_PERSONS, ListedGroup.class)
                                .setParameter(
                                        "persons",
                                        persons.stream().map(PersonId::value).distinct().toList()));
    }

    private static List<TeachingGroup> groups(TypedQuery<ListedGroup> query) {
        return query.getResultList().stream().map(ListedGroup::asGroup).toList();
    }

    List<Person> pupils(Collection<GroupId> groups) {
        return people(DirectoryGroup.PUPILS, groups, query -> query);
    }

    List<Person> guardians(Collection<GroupId> groups) {
        return people(
                DirectoryGroup.GUARDIANS,
                groups,
                query -> query.setParameter("today", LocalDate.now(clock)));
    }

    List<Person> teachers(Collection<GroupId> groups) {
        return people(DirectoryGroup.TEACHERS, groups, query -> query);
    }

    private List<Person> people(
            String name, Collection<GroupId> groups, UnaryOperator<TypedQuery<ListedPerson>> more) {
        EntityManager manager = entities.get();
        if (groups.isEmpty()) {
            return List.of();
        }
        return more
                .apply(
                        manager.createNamedQuery(name, ListedPerson.class)
                                .setParameter(
                                        "groups",
                                        groups.stream().map(GroupId::value).distinct().toList()))
                .getResultList()
                .stream()
                .map(ListedPerson::asPerson)
                .toList();
    }
}
