package fr.preau.payment.debts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A line of a debt. */
@Entity
@Table(name = "payment_debt_line")
@IdClass(DebtLine.Key.class)
@NamedQuery(
        name = "DebtLine.of",
        query = "SELECT l FROM DebtLine l WHERE l.debtId = :debt ORDER BY l.place")
public class DebtLine {

    @Id
    @Column(name = "debt_id")
    private UUID debtId;

    @Id private int place;

    private String words;

    private int cents;

    @SuppressWarnings("NullAway.Init")
    protected DebtLine() {}

    DebtLine(UUID debtId, int place, String words, int cents) {
        this.debtId = debtId;
        this.place = place;
        this.words = words;
        this.cents = cents;
    }

    NewDebt.Line line() {
        return new NewDebt.Line(words, cents);
    }

    /** Which debt, and where in it. */
    public record Key(UUID debtId, int place) implements Serializable {}
}
