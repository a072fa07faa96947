package fr.preau.communication.appointments;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Callers;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;

/** Who of the school may do what with meetings. */
final class SchoolRoles {

    /** Open evenings, see and change everybody's plan. */
    static final Callers IN_CHARGE =
            Callers.staff(
                    StaffFunction.PRINCIPAL,
                    StaffFunction.CPE,
                    StaffFunction.SECRETARY,
                    StaffFunction.ADMINISTRATOR);

    /** Receive families. */
    static final Callers HOSTS = Callers.profiles(Profile.TEACHER, Profile.STAFF);

    private SchoolRoles() {}

    static boolean isInCharge(Caller caller) {
        return IN_CHARGE.admit(caller.profile(), caller.functions());
    }
}
