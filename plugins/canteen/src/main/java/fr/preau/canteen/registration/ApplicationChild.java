package fr.preau.canteen.registration;

import fr.preau.api.directory.FamilyChild;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.SchoolClass;
import fr.preau.api.school.Uai;
import fr.preau.canteen.place.Weekdays;
import fr.preau.canteen.rules.SchoolYear;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A child in an application: on which days it eats, and what its collège says of who it is. */
@Entity
@Table(name = "canteen_application_child")
@NamedQuery(
        name = "ApplicationChild.of",
        query =
                "SELECT c FROM ApplicationChild c WHERE c.applicationId IN :applications"
                        + " ORDER BY c.pupilName, c.id")
@NamedQuery(
        name = "ApplicationChild.ofPupil",
        query = "SELECT c FROM ApplicationChild c WHERE c.pupilId = :pupil ORDER BY c.schoolYear")
@NamedQuery(
        name = "ApplicationChild.decided",
        query =
                "SELECT c FROM ApplicationChild c WHERE c.pupilId IN :pupils"
                        + " AND c.validFrom <= :last ORDER BY c.pupilName, c.schoolYear, c.id")
@NamedQuery(
        name = "ApplicationChild.registered",
        query =
                "SELECT c FROM ApplicationChild c WHERE c.schoolYear = :year"
                        + " AND c.registered = 1 AND c.pupilId IN :pupils"
                        + " AND c.applicationId <> :application")
@NamedQuery(
        name = "ApplicationChild.colleges",
        query =
                "SELECT c.collegeUai, MAX(c.collegeName) FROM ApplicationChild c"
                        + " WHERE c.schoolYear = :year GROUP BY c.collegeUai")
public class ApplicationChild {

    @Id private UUID id;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "school_year")
    private int schoolYear;

    @Column(name = "college_uai")
    private String collegeUai;

    @Column(name = "college_name")
    private String collegeName;

    @Column(name = "pupil_id")
    private UUID pupilId;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "class_name")
    private String className;

    private String weekdays;

    @Enumerated(EnumType.STRING)
    @Column(name = "identity_check")
    private Check check;

    @Column(name = "identity_reason")
    private String reason;

    @Column(name = "identity_by")
    private String checkedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    private @Nullable Integer registered;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationChild() {}

    ApplicationChild(UUID id, Application application, FamilyChild child) {
        this.id = id;
        this.applicationId = application.id();
        this.schoolYear = application.year().begins();
        this.collegeUai = child.college().uai().value();
        this.collegeName = child.college().name();
        this.pupilId = child.child().pupil().id().value();
        this.pupilName = child.child().pupil().displayName();
        this.className = classes(child);
        this.weekdays = "";
        this.check = Check.WAITING;
        this.reason = "";
        this.checkedBy = "";
    }

    /** As people say them. */
    static String classes(FamilyChild child) {
        return child.child().classes().stream()
                .map(SchoolClass::name)
                .collect(Collectors.joining(", "));
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return applicationId;
    }

    SchoolYear year() {
        return new SchoolYear(schoolYear);
    }

    Uai college() {
        return new Uai(collegeUai);
    }

    String collegeName() {
        return collegeName;
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

    Set<DayOfWeek> weekdays() {
        return Weekdays.read(weekdays);
    }

    void eatsOn(Set<DayOfWeek> days) {
        weekdays = Weekdays.written(days);
    }

    Check check() {
        return check;
    }

    String reason() {
        return reason;
    }

    String checkedBy() {
        return checkedBy;
    }

    boolean isSent() {
        return registered != null;
    }

    /** From now on nobody else registers it for this school year. */
    void send() {
        registered = 1;
        if (check == Check.REFUSED) {
            check = Check.WAITING;
            reason = "";
            checkedBy = "";
        }
    }

    void accept(String by) {
        check = Check.ACCEPTED;
        reason = "";
        checkedBy = by;
    }

    void refuse(String why, String by) {
        check = Check.REFUSED;
        reason = why;
        checkedBy = by;
    }

    /**
     * It is registered.
     *
     * @param from its first day at the canteen
     */
    void decide(LocalDate from, Instant now) {
        validFrom = from;
        decidedAt = now;
    }

    /** As others know it, once it is decided. */
    RegisteredChild registered() {
        return new RegisteredChild(
                id,
                year(),
                college(),
                collegeName,
                pupil(),
                pupilName,
                weekdays(),
                Objects.requireNonNull(validFrom));
    }

    Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    Optional<LocalDate> validFrom() {
        return Optional.ofNullable(validFrom);
    }
}
