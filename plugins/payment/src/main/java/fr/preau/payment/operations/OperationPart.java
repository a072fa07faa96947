package fr.preau.payment.operations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** What an operation is to pay of a debt. */
@Entity
@Table(name = "payment_operation_part")
@IdClass(OperationPart.Key.class)
@NamedQuery(
        name = "OperationPart.of",
        query = "SELECT p FROM OperationPart p WHERE p.operationId = :operation ORDER BY p.debtId")
@NamedQuery(
        name = "OperationPart.underWay",
        query =
                "SELECT p FROM OperationPart p, Operation o WHERE o.id = p.operationId"
                        + " AND p.debtId IN :debts AND o.state IN :states AND COALESCE(o.openedAt, o.createdAt) > :since")
public class OperationPart {

    @Id
    @Column(name = "operation_id")
    private UUID operationId;

    @Id
    @Column(name = "debt_id")
    private UUID debtId;

    private int cents;

    @SuppressWarnings("NullAway.Init")
    protected OperationPart() {}

    OperationPart(UUID operationId, UUID debtId, int cents) {
        this.operationId = operationId;
        this.debtId = debtId;
        this.cents = cents;
    }

    UUID operationId() {
        return operationId;
    }

    UUID debtId() {
        return debtId;
    }

    int cents() {
        return cents;
    }

    /** Which operation, and which debt. */
    public record Key(UUID operationId, UUID debtId) implements Serializable {}
}
