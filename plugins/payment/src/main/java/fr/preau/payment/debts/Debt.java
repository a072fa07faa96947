package fr.preau.payment.debts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody owes to a régie.
 *
 * <p>It never grows. What is paid and what is credited together never exceed it; a payment that
 * would is a surplus of its payer.
 */
@Entity
@Table(name = "payment_debt")
@NamedQuery(
        name = "Debt.ofPayer",
        query =
                "SELECT d FROM Debt d WHERE d.id IN"
                        + " (SELECT p.debtId FROM DebtPayer p WHERE p.payer = :payer)"
                        + " ORDER BY d.due, d.id")
@NamedQuery(
        name = "Debt.ofOwner",
        query =
                "SELECT d FROM Debt d WHERE d.owner = :owner AND d.reference IN :references"
                        + " ORDER BY d.id")
@NamedQuery(name = "Debt.byIds", query = "SELECT d FROM Debt d WHERE d.id IN :ids ORDER BY d.id")
public class Debt {

    @Id private UUID id;

    @Column(name = "regie_id")
    private UUID regieId;

    private String owner;

    private String reference;

    private String title;

    private int cents;

    private int paid;

    private int credited;

    private LocalDate due;

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Version private int version;

    @SuppressWarnings("NullAway.Init")
    protected Debt() {}

    public Debt(UUID id, UUID regieId, NewDebt wanted, Instant now) {
        this.id = id;
        this.regieId = regieId;
        this.owner = wanted.owner();
        this.reference = wanted.reference();
        this.title = wanted.title();
        this.cents = wanted.cents();
        this.due = wanted.due();
        this.raisedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID regieId() {
        return regieId;
    }

    /** The module that raised it. */
    public String owner() {
        return owner;
    }

    /** What that module calls it. */
    public String reference() {
        return reference;
    }

    public String title() {
        return title;
    }

    public int cents() {
        return cents;
    }

    public LocalDate due() {
        return due;
    }

    /** What is still to be paid, in cents. */
    public int left() {
        return cents - paid - credited;
    }

    /** Books a payment of it. */
    public void pay(int amount) {
        if (amount <= 0 || amount > left()) {
            throw new IllegalArgumentException(
                    amount + " cents can't be booked where " + left() + " are left");
        }
        paid += amount;
    }

    /** Takes something back of it. */
    public void credit(int amount) {
        if (amount <= 0 || amount > left()) {
            throw new IllegalArgumentException(
                    amount + " cents can't be taken back where " + left() + " are left");
        }
        credited += amount;
    }

    public Standing standing() {
        return new Standing(reference, cents, paid, credited, left());
    }
}
