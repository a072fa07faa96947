package fr.preau.core.identity;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
import java.util.Set;

/** What an account is at a collège. */
public record Membership(Uai uai, PersonId person, Profile profile, Set<StaffFunction> functions) {

    public Membership {
        functions = Set.copyOf(functions);
    }
}
