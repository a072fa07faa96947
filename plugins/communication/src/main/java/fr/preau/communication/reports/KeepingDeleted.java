package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Keeps what its author takes back or deletes after readers have seen it: gone for all of them, it
 * is there for those who answer for the school until the term of all evidence.
 */
public final class KeepingDeleted {

    private final EntityManager entities;
    private final Reporting reporting;
    private final TakingEvidence taking;
    private final NewIds ids;
    private final Clock clock;

    KeepingDeleted(
            EntityManager entities,
            Reporting reporting,
            TakingEvidence taking,
            NewIds ids,
            Clock clock) {
        this.entities = entities;
        this.reporting = reporting;
        this.taking = taking;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was reported before has its case already, and that one goes on. */
    public void keep(Evidence.Kind kind, UUID thing, Shown shown) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Evidence evidence = taking.ofPublication(kind, thing, shown, now);
        if (reporting.of(evidence).isEmpty()) {
            Report report = new Report(ids.next(), evidence, now);
            report.close(Report.Outcome.DELETED, Wording.of("deleted.by.author"), now);
            entities.persist(report);
        }
    }
}
