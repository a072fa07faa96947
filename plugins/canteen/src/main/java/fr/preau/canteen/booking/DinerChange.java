package fr.preau.canteen.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** A meal at the collège that is not taken. */
@Entity
@Table(name = "canteen_diner_change")
@IdClass(DinerChange.Key.class)
@NamedQuery(
        name = "DinerChange.between",
        query = "SELECT c FROM DinerChange c WHERE c.day BETWEEN :first AND :last")
@NamedQuery(
        name = "DinerChange.deleteOf",
        query = "DELETE FROM DinerChange c WHERE c.dinerId = :diner")
@NamedQuery(
        name = "DinerChange.deleteBefore",
        query = "DELETE FROM DinerChange c WHERE c.day < :day")
public class DinerChange {

    @Id
    @Column(name = "diner_id")
    private UUID dinerId;

    @Id private LocalDate day;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    @Column(name = "in_time")
    private boolean inTime;

    @SuppressWarnings("NullAway.Init")
    protected DinerChange() {}

    DinerChange(UUID diner, LocalDate day) {
        this.dinerId = diner;
        this.day = day;
        this.kind = ChangeKind.CANCELLED;
    }

    void is(ChangeKind newKind, boolean saidInTime) {
        kind = newKind;
        inTime = saidInTime;
    }

    UUID diner() {
        return dinerId;
    }

    LocalDate day() {
        return day;
    }

    ChangeKind kind() {
        return kind;
    }

    /** Whether the kitchen has not counted on it. */
    boolean isInTime() {
        return inTime;
    }

    /** Whose meal, and when. */
    public record Key(UUID dinerId, LocalDate day) implements Serializable {}
}
