package fr.preau.testkit;

import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;

/** Somebody of an invented collège. */
public record KitPerson(College college, Person person) {

    public PersonId id() {
        return person.id();
    }

    public String displayName() {
        return person.displayName();
    }
}
