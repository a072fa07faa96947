package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.Audience.OnePerson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chosen audience, checked and expanded.
 *
 * @param profile what the person is, or whom the group gathers
 * @param name the person, or the class or group it is about, empty where its kind says enough
 * @param people never the writer
 * @param person null for a group
 */
public record Addressee(
        Audience audience,
        Profile profile,
        String name,
        List<PersonId> people,
        @Nullable Person person) {

    public Addressee {
        people = List.copyOf(people);
    }

    public static Addressee of(Person person) {
        return new Addressee(
                new OnePerson(person.id()),
                person.profile(),
                person.displayName(),
                List.of(person.id()),
                person);
    }

    static Addressee of(Audience.Group group, String name, List<PersonId> people) {
        return new Addressee(group, group.members(), name, people, null);
    }

    public boolean isGroup() {
        return person == null;
    }
}
