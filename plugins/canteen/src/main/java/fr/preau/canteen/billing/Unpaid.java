package fr.preau.canteen.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still to be paid of an issued invoice; gone once nothing is. */
@Entity
@Table(name = "canteen_unpaid")
@NamedQuery(
        name = "Unpaid.byReference",
        query = "SELECT u FROM Unpaid u WHERE u.reference = :reference")
@NamedQuery(
        name = "Unpaid.byInvoices",
        query = "SELECT u FROM Unpaid u WHERE u.invoiceId IN :invoices")
@NamedQuery(
        name = "Unpaid.overdue",
        query =
                "SELECT u FROM Unpaid u WHERE u.due < :today AND u.payerName LIKE :name ESCAPE '!'"
                        + " ORDER BY u.due, u.invoiceId")
@NamedQuery(
        name = "Unpaid.between",
        query =
                "SELECT NEW fr.preau.canteen.billing.UnpaidPage.Sum(COUNT(u), SUM(u.leftCents))"
                        + " FROM Unpaid u WHERE u.due >= :first AND u.due <= :last")
@NamedQuery(
        name = "Unpaid.toRemind",
        query =
                "SELECT u FROM Unpaid u WHERE u.reminders = :reminders AND u.due <= :due"
                        + " ORDER BY u.due, u.invoiceId")
public class Unpaid {

    @Id
    @Column(name = "invoice_id")
    private UUID invoiceId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "payer_name")
    private String payerName;

    private String reference;

    private LocalDate due;

    @Column(name = "left_cents")
    private int leftCents;

    private int reminders;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    @SuppressWarnings("NullAway.Init")
    protected Unpaid() {}

    Unpaid(Invoice invoice) {
        this.invoiceId = invoice.id();
        this.payerId = invoice.payerAccount();
        this.payerName = invoice.payerName();
        this.reference = invoice.reference();
        this.due = invoice.due();
        this.leftCents = invoice.cents();
    }

    UUID invoice() {
        return invoiceId;
    }

    UUID payerAccount() {
        return payerId;
    }

    boolean hasAccount() {
        return !payerId.equals(Invoice.NONE);
    }

    String payerName() {
        return payerName;
    }

    String reference() {
        return reference;
    }

    LocalDate due() {
        return due;
    }

    int left() {
        return leftCents;
    }

    int reminders() {
        return reminders;
    }

    Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    /** Something was paid or taken back. False where nothing is left: then it is to go. */
    boolean lower(int cents) {
        if (cents >= leftCents) {
            return false;
        }
        leftCents -= cents;
        return true;
    }

    void remind(Instant now) {
        reminders++;
        remindedAt = now;
    }
}
