package fr.preau.communication.circulars;

import fr.preau.api.route.Caller;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.Set;

/**
 * Who sees how a circular is answered: its author, the principal and the CPE. The numbers to call
 * are not for an author who is a teacher: calling families is the school's office.
 */
final class Followers {

    private static final Set<StaffFunction> OF_ALL =
            Set.of(StaffFunction.PRINCIPAL, StaffFunction.CPE);

    private Followers() {}

    static boolean followsAll(Caller caller) {
        return caller.functions().stream().anyMatch(OF_ALL::contains);
    }

    static boolean mayCall(Caller caller, Circular circular) {
        return caller.profile() == Profile.STAFF && mayFollow(caller, circular);
    }

    static boolean mayFollow(Caller caller, Circular circular) {
        return followsAll(caller) || circular.authorId().equals(caller.person().value());
    }
}
