package fr.preau.communication.messages;

import fr.preau.api.directory.Directory;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names of the people on one page, read at once. */
record Names(Map<PersonId, Person> persons) {

    static Names of(Stream<@Nullable UUID> people, Directory directory) {
        Set<PersonId> ids =
                people.filter(Objects::nonNull).map(PersonId::new).collect(Collectors.toSet());
        return new Names(ids.isEmpty() ? Map.of() : directory.persons(ids));
    }

    /** The person's name; null for nobody and for a person who has left. */
    @Nullable String of(@Nullable UUID id) {
        if (DepartementLetters.isAuthor(id)) {
            return DepartementLetters.name();
        }
        Person person = id == null ? null : persons.get(new PersonId(id));
        return person == null ? null : person.displayName();
    }
}
