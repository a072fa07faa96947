package fr.preau.communication.circulars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * How far a {@link Circular} has come: how many answers were sealed, and whether another took its
 * place, or the school has taken it from its readers. Who answers or replaces locks it first, so
 * that two at once come one after the other.
 */
@Entity
@Table(name = "communication_circular_ledger")
@NamedQuery(
        name = "CircularLedger.deleteOf",
        query = "DELETE FROM CircularLedger l WHERE l.circularId IN :circulars")
public class CircularLedger {

    @Id
    @Column(name = "circular_id")
    private UUID circularId;

    private int length;

    private String head;

    /** Never null, for EclipseLink can't read a UUID that is. */
    @Column(name = "replaced_by_id")
    private UUID replacedById;

    private boolean withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected CircularLedger() {}

    CircularLedger(Circular circular) {
        this.circularId = circular.id();
        this.length = 0;
        this.head = circular.seal();
        this.replacedById = circular.id();
    }

    /** Where the next answer stands. */
    int next() {
        return length + 1;
    }

    void add(CircularAnswer answer) {
        length++;
        head = answer.seal();
    }

    boolean isReplaced() {
        return !replacedById.equals(circularId);
    }

    void replaceBy(UUID other) {
        replacedById = other;
    }

    UUID replacedBy() {
        return replacedById;
    }

    void withdraw() {
        withdrawn = true;
    }

    void giveBack() {
        withdrawn = false;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    int length() {
        return length;
    }

    String head() {
        return head;
    }
}
