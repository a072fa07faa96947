package fr.preau.communication.safety;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import java.util.Collections;
import java.util.Set;

/** Those who answer for the school when somebody reports something. */
public final class Judges {

    private static final Set<StaffFunction> FUNCTIONS =
            Set.of(StaffFunction.CPE, StaffFunction.PRINCIPAL);

    public static final Callers CALLERS = Callers.staff(StaffFunction.CPE, StaffFunction.PRINCIPAL);

    private Judges() {}

    public static boolean isOne(Caller caller) {
        return caller.profile() == Profile.STAFF
                && !Collections.disjoint(caller.functions(), FUNCTIONS);
    }
}
