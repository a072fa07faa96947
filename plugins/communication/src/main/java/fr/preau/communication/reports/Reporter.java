package fr.preau.communication.reports;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who has reported a message, once; known to those who judge it and to nobody else. */
@Entity
@Table(name = "communication_reporter")
@NamedQuery(
        name = "Reporter.ofReport",
        query = "SELECT r FROM Reporter r WHERE r.reportId = :report ORDER BY r.reportedAt, r.id")
@NamedQuery(
        name = "Reporter.own",
        query = "SELECT r FROM Reporter r WHERE r.reportId = :report AND r.personId = :person")
@NamedQuery(
        name = "Reporter.ofPerson",
        query = "SELECT r FROM Reporter r WHERE r.personId = :person ORDER BY r.reportedAt")
@NamedQuery(
        name = "Reporter.rename",
        query = "UPDATE Reporter r SET r.personId = :nobody WHERE r.personId = :person")
@NamedQuery(
        name = "Reporter.deleteOfReports",
        query = "DELETE FROM Reporter p WHERE p.reportId IN :reports")
public class Reporter {

    /** How long a reason may be. */
    static final int LONGEST_REASON = 500;

    @Id private UUID id;

    @Column(name = "report_id")
    private UUID reportId;

    @Column(name = "person_id")
    private UUID personId;

    private String reason;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @SuppressWarnings("NullAway.Init")
    protected Reporter() {}

    Reporter(UUID id, UUID report, PersonId person, Instant now) {
        this.id = id;
        this.reportId = report;
        this.personId = person.value();
        this.reason = "";
        this.reportedAt = now;
    }

    void because(String why) {
        this.reason = why;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    String reason() {
        return reason;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
