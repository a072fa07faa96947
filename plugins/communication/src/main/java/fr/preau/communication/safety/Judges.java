package fr.preau.communication.safety;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.school.StaffFunction;

/** Those who answer for the school when somebody reports something. */
public final class Judges {

    public static final Callers CALLERS = Callers.staff(StaffFunction.CPE, StaffFunction.PRINCIPAL);

    private Judges() {}

    public static boolean isOne(Caller caller) {
        return CALLERS.admit(caller.profile(), caller.functions());
    }
}
