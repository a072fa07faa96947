package fr.preau.payment.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the ledger: money of an operation that was booked. It is never changed; its key keeps
 * an operation from being booked twice.
 */
@Entity
@Table(name = "payment_booking")
@IdClass(Booking.Key.class)
@NamedQuery(
        name = "Booking.toDebtsOn",
        query =
                "SELECT o.regieId, SUM(b.cents) FROM Booking b, Operation o"
                        + " WHERE o.id = b.operationId AND b.slot <> 'surplus'"
                        + " AND o.endedAt >= :from AND o.endedAt < :until GROUP BY o.regieId")
@NamedQuery(
        name = "Booking.surplusOn",
        query =
                "SELECT o.regieId, SUM(b.cents) FROM Booking b, Operation o"
                        + " WHERE o.id = b.operationId AND b.slot = 'surplus'"
                        + " AND o.endedAt >= :from AND o.endedAt < :until GROUP BY o.regieId")
@NamedQuery(
        name = "Booking.of",
        query = "SELECT b FROM Booking b WHERE b.operationId = :operation ORDER BY b.slot")
public class Booking {

    /** The slot of what was paid beyond all debts. */
    static final String SURPLUS = "surplus";

    @Id
    @Column(name = "operation_id")
    private UUID operationId;

    @Id private String slot;

    private int cents;

    @Column(name = "booked_at")
    private Instant bookedAt;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    Booking(UUID operationId, String slot, int cents, Instant bookedAt) {
        this.operationId = operationId;
        this.slot = slot;
        this.cents = cents;
        this.bookedAt = bookedAt;
    }

    UUID operationId() {
        return operationId;
    }

    /** The debt it was booked to; empty for what is more than all debts. */
    Optional<UUID> debt() {
        return slot.equals(SURPLUS) ? Optional.empty() : Optional.of(UUID.fromString(slot));
    }

    int cents() {
        return cents;
    }

    /** Which operation, and where to. */
    public record Key(UUID operationId, String slot) implements Serializable {}
}
