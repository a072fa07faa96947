package fr.preau.communication.reports;

import fr.preau.api.data.NewIds;
import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.ErasureReport.Kept;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import fr.preau.communication.safety.Bursts;
import fr.preau.communication.wording.Wording;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a person in reports: what they reported and why, and what the school has
 * withdrawn of theirs. That something of theirs was reported they do not learn: of few readers they
 * would know who it was (article 15 of the GDPR, paragraph 4). Their name as a reporter goes when
 * they are erased; the evidence stays its year, by the duty to protect pupils and to answer before
 * a court (article 17 of the GDPR, paragraph 3, b and e).
 */
public final class ReportsOfPerson implements PersonalData {

    private final EntityManager entities;
    private final Bursts bursts;
    private final NewIds ids;

    ReportsOfPerson(EntityManager entities, Bursts bursts, NewIds ids) {
        this.entities = entities;
        this.bursts = bursts;
        this.ids = ids;
    }

    /** A report as it is handed to who made it. */
    public record KeptReport(String what, Instant reportedAt, String reason) {}

    /** What was withdrawn or deleted, as it is handed to who wrote it, who knows of it. */
    public record KeptEvidence(String what, String subject, String text, Instant sentAt) {}

    /** That the person may not write until somebody lets them. */
    public record KeptStop(String what, Instant since) {}

    @Override
    public List<? extends Record> export(PersonId person) {
        Stream<Record> made =
                entities.createNamedQuery("Reporter.ofPerson", Reporter.class)
                        .setParameter("person", person.value())
                        .getResultStream()
                        .map(
                                one ->
                                        new KeptReport(
                                                Wording.of("kept.report"),
                                                one.reportedAt(),
                                                one.reason()));
        Stream<Record> written =
                evidence(person)
                        .filter(one -> one.isWithdrawn() || one.isOfDeleted())
                        .map(ReportsOfPerson::kept);
        Stream<Record> stops =
                bursts.since(person).stream()
                        .map(since -> new KeptStop(Wording.of("kept.stop"), since));
        return Stream.of(made, written, stops).flatMap(one -> one).toList();
    }

    private Stream<Report> cases(PersonId person) {
        return entities.createNamedQuery("Report.ofAuthor", Report.class)
                .setParameter("person", person.value())
                .getResultStream();
    }

    private Stream<Evidence> evidence(PersonId person) {
        return entities.createNamedQuery("Evidence.ofAuthor", Evidence.class)
                .setParameter("person", person.value())
                .getResultStream();
    }

    private static KeptEvidence kept(Evidence evidence) {
        return new KeptEvidence(
                Wording.of(evidence.isWithdrawn() ? "kept.evidence" : "kept.deleted"),
                evidence.subject(),
                evidence.text(),
                evidence.sentAt());
    }

    @Override
    public ErasureReport erase(PersonId person) {
        int renamed =
                entities.createNamedQuery("Reporter.rename")
                        .setParameter("person", person.value())
                        .setParameter("nobody", ids.next())
                        .executeUpdate();
        long stays = Math.max(evidence(person).count(), cases(person).count());
        return new ErasureReport(
                bursts.forget(person),
                renamed,
                stays == 0
                        ? List.of()
                        : List.of(
                                new Kept(
                                        Wording.of("kept.evidence.count", stays),
                                        Wording.of("kept.evidence.why"))));
    }
}
