package fr.preau.payment.debts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What was taken back of a debt; never changed. */
@Entity
@Table(name = "payment_debt_credit")
@IdClass(DebtCredit.Key.class)
public class DebtCredit {

    @Id
    @Column(name = "debt_id")
    private UUID debtId;

    @Id
    @Column(name = "credit_key")
    private String creditKey;

    private int cents;

    private String words;

    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    protected DebtCredit() {}

    DebtCredit(UUID debtId, String creditKey, int cents, String words, Instant givenAt) {
        this.debtId = debtId;
        this.creditKey = creditKey;
        this.cents = cents;
        this.words = words;
        this.givenAt = givenAt;
    }

    int cents() {
        return cents;
    }

    /** Which debt, and which credit of it. */
    public record Key(UUID debtId, String creditKey) implements Serializable {}
}
