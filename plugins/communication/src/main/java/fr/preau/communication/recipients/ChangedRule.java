package fr.preau.communication.recipients;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A cell of the matrix that the collège has changed; it goes when it is put back. */
@Entity
@Table(name = "communication_writing_rule")
@NamedQuery(name = "ChangedRule.all", query = "SELECT r FROM ChangedRule r")
public class ChangedRule {

    @Id private String cell;

    @Enumerated(EnumType.STRING)
    private Range reach;

    @SuppressWarnings("NullAway.Init")
    protected ChangedRule() {}

    ChangedRule(Cell cell, Range reach) {
        this.cell = cell.code();
        this.reach = reach;
    }

    String cell() {
        return cell;
    }

    Range reach() {
        return reach;
    }

    void become(Range other) {
        this.reach = other;
    }
}
