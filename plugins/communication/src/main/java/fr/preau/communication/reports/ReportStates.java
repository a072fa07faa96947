package fr.preau.communication.reports;

import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How reports stand for those who made them. */
final class ReportStates {

    private final EntityManager entities;
    private final Reporting reporting;

    ReportStates(EntityManager entities, Reporting reporting) {
        this.entities = entities;
        this.reporting = reporting;
    }

    /**
     * @param typed a reason that was typed, null where what is kept is to be shown
     */
    ReportedPage own(Caller caller, UUID id, @Nullable String typed) {
        Reporter reporter = reporting.own(id, caller.person()).orElseThrow(Refusal::notFound);
        Report report = entities.find(Report.class, id);
        Evidence evidence =
                Objects.requireNonNull(entities.find(Evidence.class, report.evidenceId()));
        String reason = typed == null ? reporter.reason() : typed;
        return new ReportedPage(
                id,
                evidence.kind(),
                caller.profile(),
                reporter.reportedAt(),
                !report.isOpen(),
                reason,
                reason.length() > Reporter.LONGEST_REASON
                        ? Violations.of(
                                "reason",
                                Wording.of("report.problem.reason", Reporter.LONGEST_REASON))
                        : Violations.none());
    }
}
