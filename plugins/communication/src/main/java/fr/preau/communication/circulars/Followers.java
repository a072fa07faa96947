package fr.preau.communication.circulars;

import fr.preau.api.route.Caller;
import fr.preau.api.school.StaffFunction;
import java.util.Set;

/** Who sees how a circular is answered: its author, the principal and the CPE. */
final class Followers {

    private static final Set<StaffFunction> OF_ALL =
            Set.of(StaffFunction.PRINCIPAL, StaffFunction.CPE);

    private Followers() {}

    static boolean followsAll(Caller caller) {
        return caller.functions().stream().anyMatch(OF_ALL::contains);
    }

    static boolean mayFollow(Caller caller, Circular circular) {
        return followsAll(caller) || circular.authorId().equals(caller.person().value());
    }
}
