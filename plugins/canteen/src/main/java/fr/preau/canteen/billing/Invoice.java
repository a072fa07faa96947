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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice, or a credit note that takes back what an invoice should not have asked for.
 *
 * <p>Before it is issued nobody but the place sees it. Once it is, it has a number, and neither it
 * nor its lines change any more.
 */
@Entity
@Table(name = "canteen_invoice")
@NamedQuery(
        name = "Invoice.drafts",
        query =
                "SELECT i FROM Invoice i WHERE i.runId = :run AND i.issuedAt IS NULL"
                        + " AND i.id > :last ORDER BY i.id")
@NamedQuery(
        name = "Invoice.countOfRun",
        query = "SELECT COUNT(i) FROM Invoice i WHERE i.runId = :run")
@NamedQuery(
        name = "Invoice.ofRun",
        query =
                "SELECT i FROM Invoice i WHERE i.runId = :run"
                        + " ORDER BY i.kind DESC, i.cents DESC, i.id")
@NamedQuery(
        name = "Invoice.ofRunNamed",
        query =
                "SELECT i FROM Invoice i WHERE i.runId = :run AND i.payerName LIKE :name ESCAPE '!'"
                        + " ORDER BY i.kind DESC, i.cents DESC, i.id")
@NamedQuery(
        name = "Invoice.numbersOfRun",
        query = "SELECT i FROM Invoice i WHERE i.runId = :run ORDER BY i.kind DESC, i.number")
@NamedQuery(
        name = "Invoice.totalsOfRun",
        query =
                "SELECT NEW fr.preau.canteen.billing.RunPage.Total(i.kind, COUNT(i), SUM(i.cents))"
                        + " FROM Invoice i WHERE i.runId = :run GROUP BY i.kind")
@NamedQuery(
        name = "Invoice.ofPayer",
        query =
                "SELECT i FROM Invoice i WHERE i.payerId = :payer AND i.issuedAt IS NOT NULL"
                        + " ORDER BY i.issuedAt DESC, i.id DESC")
@NamedQuery(
        name = "Invoice.ofHousehold",
        query = "SELECT i FROM Invoice i WHERE i.householdId = :person ORDER BY i.issuedAt, i.id")
@NamedQuery(
        name = "Invoice.correcting",
        query =
                "SELECT i FROM Invoice i WHERE i.correctsId = :invoice AND i.issuedAt IS NOT NULL"
                        + " ORDER BY i.number")
@NamedQuery(
        name = "Invoice.leftOver",
        query =
                "SELECT i FROM Invoice i WHERE i.householdId IN :households AND i.leftOver > 0"
                        + " ORDER BY i.issuedAt, i.id")
@NamedQuery(name = "Invoice.byIds", query = "SELECT i FROM Invoice i WHERE i.id IN :ids")
@NamedQuery(
        name = "Invoice.draftIds",
        query = "SELECT i.id FROM Invoice i WHERE i.runId = :run AND i.issuedAt IS NULL")
@NamedQuery(name = "Invoice.delete", query = "DELETE FROM Invoice i WHERE i.id IN :ids")
public class Invoice {

    /** An invoice, or what takes back some of one. */
    public enum Kind {
        INVOICE("F"),
        CREDIT("A");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** Of what is not there: EclipseLink reads no UUID that is NULL. */
    static final UUID NONE = new UUID(0, 0);

    @Id private UUID id;

    @Column(name = "run_id")
    private UUID runId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "civil_year")
    private @Nullable Integer civilYear;

    @Column(name = "serial_number")
    private @Nullable Integer number;

    @Column(name = "household_id")
    private UUID householdId;

    @Enumerated(EnumType.STRING)
    private Payer payer;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "payer_name")
    private String payerName;

    @Column(name = "corrects_id")
    private UUID correctsId;

    private String reason;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private LocalDate due;

    private String regie;

    private int cents;

    @Column(name = "left_over")
    private int leftOver;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    /** Of a run. */
    Invoice(UUID id, BillingRun run, Bearer bearer, int cents) {
        this.id = id;
        this.runId = run.id();
        this.kind = Kind.INVOICE;
        this.householdId = bearer.household();
        this.payer = bearer.payer();
        this.payerId = bearer.account();
        this.payerName = bearer.name();
        this.correctsId = NONE;
        this.reason = "";
        this.firstDay = run.period().first();
        this.lastDay = run.period().last();
        this.due = run.due();
        this.regie = run.regie();
        this.cents = cents;
    }

    /**
     * A credit note.
     *
     * @param run that has found what is wrong; all zeros where somebody says so
     */
    static Invoice credit(UUID id, UUID run, Invoice of, String reason, int cents) {
        Invoice credit = new Invoice();
        credit.id = id;
        credit.runId = run;
        credit.kind = Kind.CREDIT;
        credit.householdId = of.householdId;
        credit.payer = of.payer;
        credit.payerId = of.payerId;
        credit.payerName = of.payerName;
        credit.correctsId = of.id;
        credit.reason = reason;
        credit.firstDay = of.firstDay;
        credit.lastDay = of.lastDay;
        credit.due = of.due;
        credit.regie = of.regie;
        credit.cents = cents;
        return credit;
    }

    UUID id() {
        return id;
    }

    UUID run() {
        return runId;
    }

    Kind kind() {
        return kind;
    }

    Bearer bearer() {
        return new Bearer(householdId, payer, payerId, payerName);
    }

    String payerName() {
        return payerName;
    }

    /** The account of its payer; all zeros where there is none. */
    UUID payerAccount() {
        return payerId;
    }

    /** What a credit note takes back some of. */
    UUID corrects() {
        return correctsId;
    }

    /** Why there is a credit note. */
    String reason() {
        return reason;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    LocalDate due() {
        return due;
    }

    String regie() {
        return regie;
    }

    /** What is asked for or taken back. */
    int cents() {
        return cents;
    }

    /** Of a credit note what its invoice did not lack any more, and no later one has yet. */
    int leftOver() {
        return leftOver;
    }

    Optional<Instant> issuedAt() {
        return Optional.ofNullable(issuedAt);
    }

    boolean isIssued() {
        return issuedAt != null;
    }

    /** As people read it, {@code F2026-000123}; empty as long as it is not issued. */
    String reference() {
        return number == null
                ? ""
                : String.format(Locale.ROOT, "%s%d-%06d", kind.letter, civilYear, number);
    }

    void issue(int year, int newNumber, Instant now) {
        if (issuedAt != null) {
            throw new IllegalStateException(id + " was issued before");
        }
        civilYear = year;
        number = newNumber;
        issuedAt = now;
    }

    void leaveOver(int amount) {
        leftOver = amount;
    }

    /** A later invoice takes some of what is left over. */
    void spend(int amount) {
        if (amount < 0 || amount > leftOver) {
            throw new IllegalArgumentException(amount + " of " + leftOver);
        }
        leftOver -= amount;
    }
}
