package fr.preau.communication.recipients;

import fr.preau.api.school.Person;
import java.util.List;
import java.util.Objects;

/**
 * Whom a form names: those the writer may write to, and whether it named others too, such as
 * somebody who has left meanwhile or an identity that was made up. Nothing is sent to anybody as
 * long as it did.
 */
public record Recipients(List<Addressee> allowed, boolean othersToo) {

    static final Recipients NOBODY = new Recipients(List.of(), false);

    public Recipients {
        allowed = List.copyOf(allowed);
    }

    /** The persons among them. */
    public List<Person> persons() {
        return allowed.stream().map(Addressee::person).filter(Objects::nonNull).toList();
    }
}
