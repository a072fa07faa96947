package fr.preau.communication.reports;

import fr.preau.api.route.Violations;
import fr.preau.api.school.Profile;
import java.time.Instant;
import java.util.UUID;

/**
 * A report for who made it.
 *
 * @param seen whether somebody of the school has looked at it; not what was decided
 */
public record ReportedPage(
        UUID report,
        Profile reader,
        Instant reportedAt,
        boolean seen,
        String reason,
        Violations violations) {}
