package fr.preau.canteen.registration;

import fr.preau.api.files.FileId;
import fr.preau.api.school.PersonId;
import fr.preau.canteen.rules.SchoolYear;
import fr.preau.canteen.tariff.Quotient;
import fr.preau.canteen.tariff.TaxNotice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guardian asks for: that their children eat at the canteen in a school year. It is filled
 * in step by step, each one kept, and sent once it is whole. Then the collège of each child looks
 * at who they are, and who runs the canteen at the quotient and at old debts.
 */
@Entity
@Table(name = "canteen_application")
@NamedNativeQuery(
        name = "Application.begin",
        // Whoever presses twice waits here for the first one, and then there is one already.
        query =
                "INSERT IGNORE INTO canteen_application (id, school_year, guardian_id,"
                        + " guardian_name, state, reached, late, income_check, income_reason,"
                        + " income_by, split, own_share, own_even, other_name, mail, created_at,"
                        + " changed_at, version, unsent, notice_file)"
                        + " VALUES (?1, ?2, ?3, ?4, 'DRAFT', 0, FALSE, 'WAITING', '', '', 'ALONE',"
                        + " 100, FALSE, '', '', ?5, ?6, 0, 1,"
                        + " '00000000-0000-0000-0000-000000000000')")
@NamedQuery(
        name = "Application.ofGuardian",
        query =
                "SELECT a FROM Application a WHERE a.guardianId = :guardian"
                        + " ORDER BY a.createdAt DESC, a.id DESC")
@NamedQuery(
        name = "Application.toCheck",
        query =
                "SELECT a FROM Application a WHERE a.state = :state AND a.check = :check"
                        + " ORDER BY a.sentAt, a.id")
@NamedQuery(
        name = "Application.inState",
        query = "SELECT a FROM Application a WHERE a.state = :state ORDER BY a.sentAt DESC, a.id")
@NamedQuery(
        name = "Application.withOldNotice",
        query =
                "SELECT a FROM Application a WHERE a.state = :state AND a.changedAt < :before"
                        + " AND a.noticeFile <> :none ORDER BY a.id")
@NamedQuery(
        name = "Application.unsentBefore",
        query =
                "SELECT a FROM Application a WHERE a.state = :state AND a.schoolYear < :year"
                        + " ORDER BY a.id")
@NamedQuery(
        name = "Application.countGuardians",
        query =
                "SELECT COUNT(DISTINCT a.guardianId) FROM Application a"
                        + " WHERE a.schoolYear = :year AND a.state = :state")
@NamedQuery(
        name = "Application.guardiansAfter",
        query =
                "SELECT DISTINCT a.guardianId FROM Application a WHERE a.schoolYear = :year"
                        + " AND a.state = :state AND a.guardianId > :last ORDER BY a.guardianId")
@NamedQuery(
        name = "Application.ofGuardians",
        query =
                "SELECT a FROM Application a WHERE a.schoolYear = :year AND a.state = :state"
                        + " AND a.guardianId IN :guardians ORDER BY a.id")
public class Application {

    /** Children, days, quotient, payers. */
    static final int STEPS = 4;

    /** No file has it; EclipseLink reads no UUID that is NULL. */
    static final UUID NO_FILE = new UUID(0, 0);

    @Id private UUID id;

    @Column(name = "school_year")
    private int schoolYear;

    @Column(name = "guardian_id")
    private UUID guardianId;

    @Column(name = "guardian_name")
    private String guardianName;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private int reached;

    private boolean late;

    @Enumerated(EnumType.STRING)
    private @Nullable QuotientSource source;

    private @Nullable Integer income;

    private @Nullable Integer shares;

    @Column(name = "notice_file")
    private UUID noticeFile;

    @Enumerated(EnumType.STRING)
    @Column(name = "income_check")
    private Check check;

    @Column(name = "income_reason")
    private String reason;

    @Column(name = "income_by")
    private String checkedBy;

    @Enumerated(EnumType.STRING)
    private Split split;

    @Column(name = "own_share")
    private int ownShare;

    @Column(name = "own_even")
    private boolean ownEven;

    @Column(name = "other_name")
    private String otherName;

    private String mail;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private int version;

    private @Nullable Integer unsent;

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    UUID id() {
        return id;
    }

    SchoolYear year() {
        return new SchoolYear(schoolYear);
    }

    PersonId guardian() {
        return new PersonId(guardianId);
    }

    String guardianName() {
        return guardianName;
    }

    ApplicationState state() {
        return state;
    }

    /** The last step that is filled in; 0 where none is. */
    int reached() {
        return reached;
    }

    boolean isWhole() {
        return reached == STEPS;
    }

    /** A step is filled in, so the next one can be. */
    void fillIn(int step, Instant now) {
        reached = Math.max(reached, step);
        changedAt = now;
        version++;
    }

    /** Nothing that follows this step is sure any more. */
    void goBackTo(int step, Instant now) {
        reached = Math.min(reached, step);
        changedAt = now;
        version++;
    }

    void declareNothing() {
        source = QuotientSource.NONE;
        income = null;
        shares = null;
    }

    void declare(TaxNotice notice) {
        source = QuotientSource.NOTICE;
        income = notice.income();
        shares = notice.shares();
    }

    void attach(@Nullable FileId file) {
        noticeFile = file == null ? NO_FILE : file.value();
    }

    Optional<FileId> noticeFile() {
        return noticeFile.equals(NO_FILE) ? Optional.empty() : Optional.of(new FileId(noticeFile));
    }

    Optional<QuotientSource> source() {
        return Optional.ofNullable(source);
    }

    Optional<TaxNotice> taxNotice() {
        return income == null || shares == null
                ? Optional.empty()
                : Optional.of(new TaxNotice(income, shares));
    }

    /** Empty where the family gives none. */
    Optional<Quotient> quotient() {
        return taxNotice().map(TaxNotice::quotient);
    }

    Payers payers() {
        return new Payers(split, ownShare, ownEven, otherName, mail);
    }

    void paidBy(Payers payers) {
        split = payers.split();
        ownShare = payers.ownShare();
        ownEven = payers.ownEven();
        otherName = payers.otherName();
        mail = payers.mail();
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

    boolean isLate() {
        return late;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Instant changedAt() {
        return changedAt;
    }

    /** One more with each change. */
    int version() {
        return version;
    }

    /**
     * It goes to those who look at it. What was accepted before stays so, unless it was changed.
     *
     * @param afterCampaign whether families should have registered before
     */
    void send(boolean afterCampaign, Instant now) {
        if (sentAt == null) {
            sentAt = now;
            late = afterCampaign;
        }
        if (check == Check.REFUSED) {
            waitAgain();
        }
        state = ApplicationState.SENT;
        unsent = null;
        changedAt = now;
        version++;
    }

    /** What was looked at says something else now. */
    void waitAgain() {
        check = Check.WAITING;
        reason = "";
        checkedBy = "";
    }

    void accept(String by, Instant now) {
        check = Check.ACCEPTED;
        reason = "";
        checkedBy = by;
        changedAt = now;
        version++;
    }

    void refuse(String why, String by, Instant now) {
        check = Check.REFUSED;
        reason = why;
        checkedBy = by;
        openAgain(now);
    }

    /** Its guardian puts something right. */
    void openAgain(Instant now) {
        state = ApplicationState.REFUSED;
        unsent = 1;
        changedAt = now;
        version++;
    }

    void decide(Instant now) {
        state = ApplicationState.DECIDED;
        changedAt = now;
        version++;
    }
}
