package fr.preau.communication.reports;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.UUID;

/**
 * A report for who made it.
 *
 * @param kind what it is that was reported
 * @param seen whether somebody of the school has looked at it; not what was decided
 */
public record ReportedPage(
        UUID report,
        Evidence.Kind kind,
        Profile reader,
        Instant reportedAt,
        boolean seen,
        String reason,
        Violations violations) {

    /** The list in which the reader has found it, below the module. */
    public String list() {
        return switch (kind) {
            case LETTER, REPLY, BURST -> "/messages";
            case CIRCULAR -> "/circulars";
            case NEWS -> "/news";
            case SURVEY -> "/surveys";
            case EVENT -> "/calendar";
        };
    }

    /** The words that lead there. */
    public String backKey() {
        String list = list().substring(1);
        return list.equals("messages") ? "back" : list + ".back";
    }
}
