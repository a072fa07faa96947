package fr.preau.api.route;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.Set;

/** The person who calls, as the collège of the request knows them. */
public record Caller(
        PersonId person, Profile profile, Set<StaffFunction> functions, String displayName) {

    public Caller {
        functions = Set.copyOf(functions);
    }
}
