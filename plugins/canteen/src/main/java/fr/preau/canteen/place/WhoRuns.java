package fr.preau.canteen.place;

import fr.preau.api.route.Callers;
import fr.preau.api.route.Request;
import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.api.school.Uai;
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

    /** The place that runs the canteen of the collège at hand: itself, or its Département. */
    public Uai runs(Uai college) {
        return isRunByCollege() ? college : Uai.ofDepartement(departement(college));
    }

    /** The first digits of its code, as in {@code 0920000A}. */
    private static String departement(Uai college) {
        String three = college.value().substring(0, 3);
        return three.startsWith("0") ? three.substring(1) : three;
    }

    /** Whether the collège at hand runs its own. */
    public boolean isRunByCollege() {
        return settings.choice(SETTING).equals(COLLEGE);
    }
}
