package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.util.List;

/**
 * Whom to call, with the numbers: for those who may see them.
 *
 * @param className the class that was asked for, empty for all
 */
public record CallsPage(FollowedCircular circular, String className, PageOf<Line> children) {

    /** Where the numbers are shown, below the module. */
    public String address() {
        return circular.address() + "/calls";
    }

    /**
     * A child for whom an answer is missing.
     *
     * @param guardians who may answer today; empty when the directory knows none any more
     */
    public record Line(String child, String className, List<ToCall> guardians) {

        public Line {
            guardians = List.copyOf(guardians);
        }
    }

    /**
     * Somebody to call.
     *
     * @param telephones empty where the school has no number
     */
    public record ToCall(String name, List<Telephone> telephones) {

        public ToCall {
            telephones = List.copyOf(telephones);
        }
    }
}
