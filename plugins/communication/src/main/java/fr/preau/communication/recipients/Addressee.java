package fr.preau.communication.recipients;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.communication.recipients.Audience.ClassGroup;
import java.util.List;

/**
 * A chosen audience, checked and expanded.
 *
 * @param profile what the person is, or whom the group gathers
 * @param name the person, or the class of the group
 * @param people never the writer
 */
public record Addressee(Audience audience, Profile profile, String name, List<PersonId> people) {

    public Addressee {
        people = List.copyOf(people);
    }

    public boolean isGroup() {
        return audience instanceof ClassGroup;
    }
}
