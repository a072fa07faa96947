package fr.preau.canteen.tariff;

import fr.preau.api.route.Request;
import fr.preau.api.settings.Settings;

/** Who runs the canteen of a collège, and so fixes its tariffs. */
final class WhoRuns {

    /** As the manifest declares it. */
    private static final String SETTING = "run-by";

    private static final String COLLEGE = "college";

    private final Settings settings;

    WhoRuns(Settings settings) {
        this.settings = settings;
    }

    /** Whether tariffs are fixed at the place of a request. */
    boolean fixesHere(Request request) {
        return request.college().uai().isDepartement() || settings.choice(SETTING).equals(COLLEGE);
    }
}
