package fr.preau.canteen.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The meals of a period are billed to everybody.
 *
 * <p>It works in portions, each one unit of work, and knows after whom it goes on: what a crash
 * cuts short is one portion, which is done again as if it had never begun. There is one run at a
 * time.
 */
@Entity
@Table(name = "canteen_billing_run")
@NamedQuery(
        name = "BillingRun.all",
        query = "SELECT r FROM BillingRun r ORDER BY r.startedAt DESC, r.id")
@NamedQuery(name = "BillingRun.open", query = "SELECT r FROM BillingRun r WHERE r.open = 1")
@NamedQuery(
        name = "BillingRun.issuedFrom",
        query =
                "SELECT r FROM BillingRun r WHERE r.state ="
                        + " fr.preau.canteen.billing.RunState.ISSUED AND r.lastDay >= :day")
@NamedQuery(
        name = "BillingRun.lastIssued",
        query =
                "SELECT r FROM BillingRun r WHERE r.state ="
                        + " fr.preau.canteen.billing.RunState.ISSUED AND r.lastDay < :day"
                        + " ORDER BY r.lastDay DESC")
public class BillingRun {

    /** Before everybody. */
    static final UUID NOBODY = new UUID(0, 0);

    @Id private UUID id;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private LocalDate due;

    private String regie;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private boolean passagers;

    @Column(name = "after_id")
    private UUID after;

    private int done;

    private int total;

    private int unpriced;

    private int unheld;

    @Column(name = "started_by")
    private String startedBy;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "issued_by")
    private String issuedBy;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    private @Nullable Integer open;

    @SuppressWarnings("NullAway.Init")
    protected BillingRun() {}

    BillingRun(RunInput typed, Period period, int households, String by, Instant now) {
        this.id = typed.key();
        this.firstDay = period.first();
        this.lastDay = period.last();
        this.due = typed.due();
        this.regie = typed.regie();
        this.state = RunState.PREPARING;
        this.after = NOBODY;
        this.total = households;
        this.startedBy = by;
        this.startedAt = now;
        this.issuedBy = "";
        this.open = 1;
    }

    UUID id() {
        return id;
    }

    Period period() {
        return new Period(firstDay, lastDay);
    }

    /** The last day on which its invoices are paid in time. */
    LocalDate due() {
        return due;
    }

    /** The number of the régie's contract with PayFiP. */
    String regie() {
        return regie;
    }

    RunState state() {
        return state;
    }

    /** Whether pupils without registration are next. */
    boolean isAtPassagers() {
        return passagers;
    }

    /** Who or what was done last, in the order of its work. */
    UUID after() {
        return after;
    }

    int done() {
        return done;
    }

    int total() {
        return total;
    }

    int unpriced() {
        return unpriced;
    }

    int unheld() {
        return unheld;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    String issuedBy() {
        return issuedBy;
    }

    Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    /** A portion is done. */
    void goOn(UUID last, int more) {
        after = last;
        done += more;
        total = Math.max(total, done);
    }

    void found(int withoutPrice, int withoutService) {
        unpriced += withoutPrice;
        unheld += withoutService;
    }

    /** All families are done. */
    void turnToPassagers() {
        passagers = true;
        after = NOBODY;
    }

    void isReady() {
        state = RunState.READY;
    }

    /** Its invoices go out from now on. */
    void issue(int invoices, String by) {
        state = RunState.ISSUING;
        after = NOBODY;
        done = 0;
        total = invoices;
        issuedBy = by;
    }

    void isIssued(Instant now) {
        state = RunState.ISSUED;
        issuedAt = now;
        open = null;
    }

    void drop() {
        state = RunState.DROPPED;
        open = null;
    }
}
