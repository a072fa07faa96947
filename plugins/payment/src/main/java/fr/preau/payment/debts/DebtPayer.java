package fr.preau.payment.debts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Somebody who may see a debt and pay of it. */
@Entity
@Table(name = "payment_debt_payer")
@IdClass(DebtPayer.Key.class)
@NamedQuery(
        name = "DebtPayer.count",
        query = "SELECT COUNT(p) FROM DebtPayer p WHERE p.payer = :payer AND p.debtId IN :debts")
public class DebtPayer {

    @Id
    @Column(name = "debt_id")
    private UUID debtId;

    @Id private UUID payer;

    @SuppressWarnings("NullAway.Init")
    protected DebtPayer() {}

    DebtPayer(UUID debtId, UUID payer) {
        this.debtId = debtId;
        this.payer = payer;
    }

    /** Which debt, and whose. */
    public record Key(UUID debtId, UUID payer) implements Serializable {}
}
