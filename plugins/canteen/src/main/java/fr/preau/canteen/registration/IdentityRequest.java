package fr.preau.canteen.registration;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a collège is asked of a child that somebody registers: whether it is theirs to register. */
@Entity
@Table(name = "canteen_identity")
@NamedQuery(
        name = "IdentityRequest.in",
        query =
                "SELECT i FROM IdentityRequest i WHERE i.state = :state"
                        + " ORDER BY i.askedAt, i.id")
@NamedQuery(
        name = "IdentityRequest.ofPupil",
        query = "SELECT i FROM IdentityRequest i WHERE i.pupilId = :pupil ORDER BY i.askedAt")
@NamedQuery(
        name = "IdentityRequest.deleteBefore",
        query = "DELETE FROM IdentityRequest i WHERE i.schoolYear < :year")
public class IdentityRequest {

    @Id private UUID id;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "school_year")
    private int schoolYear;

    @Column(name = "pupil_id")
    private UUID pupilId;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "class_name")
    private String className;

    @Column(name = "guardian_name")
    private String guardianName;

    @Enumerated(EnumType.STRING)
    private Check state;

    private String reason;

    @Column(name = "checked_by")
    private String checkedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @SuppressWarnings("NullAway.Init")
    protected IdentityRequest() {}

    IdentityRequest(IdentityAsked asked, Uai by, Instant now) {
        this.id = asked.child();
        this.askedBy = by.value();
        this.reason = "";
        this.checkedBy = "";
        ask(asked, now);
    }

    /** It is asked for the first time, or once more after it was refused. */
    final void ask(IdentityAsked asked, Instant now) {
        schoolYear = asked.year();
        pupilId = asked.pupil();
        pupilName = asked.pupilName();
        className = asked.className();
        guardianName = asked.guardianName();
        state = Check.WAITING;
        askedAt = now;
    }

    void answer(Check answer, String why, String by, Instant now) {
        state = answer;
        reason = why;
        checkedBy = by;
        checkedAt = now;
    }

    UUID id() {
        return id;
    }

    Uai askedBy() {
        return new Uai(askedBy);
    }

    SchoolYear year() {
        return new SchoolYear(schoolYear);
    }

    PersonId pupil() {
        return new PersonId(pupilId);
    }

    String pupilName() {
        return pupilName;
    }

    String className() {
        return className;
    }

    String guardianName() {
        return guardianName;
    }

    Check state() {
        return state;
    }

    String reason() {
        return reason;
    }

    String checkedBy() {
        return checkedBy;
    }

    Instant askedAt() {
        return askedAt;
    }
}
