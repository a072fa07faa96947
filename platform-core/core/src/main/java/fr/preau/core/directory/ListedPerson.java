package fr.preau.core.directory;

import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import java.util.UUID;

/** A row of a list of persons as the database answers it; public for EclipseLink alone. */
public record ListedPerson(
        UUID id, String givenName, String familyName, String profile, String functions) {

    Person asPerson() {
        return new Person(
                new PersonId(id),
                givenName,
                familyName,
                Profile.valueOf(profile),
                StaffFunctions.parse(functions));
    }
}
