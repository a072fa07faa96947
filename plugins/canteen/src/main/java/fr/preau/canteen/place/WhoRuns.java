package fr.preau.canteen.place;

import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.settings.Settings;

/** Who runs the canteen of a collège, and so fixes its tariffs and its rules. */
public final class WhoRuns {

    /** As the manifest declares it. */
    private static final String SETTING = "run-by";

    private static final String COLLEGE = "college";

    /** Who fixes tariffs and rules of the canteens that the Département runs. */
    public static final Callers OPERATORS = Callers.profiles(Profile.OPERATOR).atDepartement();

    /** Who reads those of a collège that runs its own. */
    public static final Callers STAFF = Callers.profiles(Profile.STAFF);

    /** Who fixes these. */
    public static final Callers GESTIONNAIRES =
            Callers.staff(StaffFunction.GESTIONNAIRE, StaffFunction.PRINCIPAL);

    private final Settings settings;

    public WhoRuns(Settings settings) {
        this.settings = settings;
    }

    /** Whether they are fixed at the place of a request. */
    public boolean fixesHere(Request request) {
        return request.college().uai().isDepartement() || isRunByCollege();
    }

    /** Whether the collège at hand runs its own. */
    public boolean isRunByCollege() {
        return settings.choice(SETTING).equals(COLLEGE);
    }
}
