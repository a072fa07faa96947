package fr.preau.api.school;

import java.util.Set;

/**
 * A person of the collège as other people may see them: who they are, never where they live.
 *
 * @param functions what a member of the staff is there for, empty for everyone else
 */
public record Person(
        PersonId id,
        String givenName,
        String familyName,
        Profile profile,
        Set<StaffFunction> functions) {

    public Person {
        functions = Set.copyOf(functions);
    }

    public String displayName() {
        return givenName + " " + familyName;
    }
}
