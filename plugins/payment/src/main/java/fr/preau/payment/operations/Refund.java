package fr.preau.payment.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a régie gave back of a payment, by a transfer of its own: PayFiP gives nothing back. */
@Entity
@Table(name = "payment_refund")
@NamedQuery(
        name = "Refund.of",
        query = "SELECT r FROM Refund r WHERE r.operationId = :operation ORDER BY r.notedAt, r.id")
@NamedQuery(
        name = "Refund.madeOn",
        query =
                "SELECT o.regieId, SUM(r.cents) FROM Refund r, Operation o"
                        + " WHERE o.id = r.operationId AND r.madeOn = :day GROUP BY o.regieId")
public class Refund {

    @Id private UUID id;

    @Column(name = "operation_id")
    private UUID operationId;

    private int cents;

    private String reason;

    @Column(name = "made_on")
    private LocalDate madeOn;

    @Column(name = "noted_by")
    private UUID notedBy;

    @Column(name = "noted_at")
    private Instant notedAt;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    Refund(
            UUID id,
            Operation operation,
            int cents,
            String reason,
            LocalDate madeOn,
            UUID notedBy,
            Instant now) {
        this.id = id;
        this.operationId = operation.id();
        this.cents = cents;
        this.reason = reason;
        this.madeOn = madeOn;
        this.notedBy = notedBy;
        this.notedAt = now;
    }

    UUID operationId() {
        return operationId;
    }

    int cents() {
        return cents;
    }

    LedgerPage.Back line() {
        return new LedgerPage.Back(cents, reason, madeOn);
    }
}
