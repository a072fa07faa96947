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
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A meal that was registered and is not taken, as the place that runs the canteen knows it. */
@Entity
@Table(name = "canteen_meal_change")
@IdClass(MealChange.Key.class)
@NamedQuery(
        name = "MealChange.between",
        query =
                "SELECT c FROM MealChange c WHERE c.childId IN :children"
                        + " AND c.day BETWEEN :first AND :last ORDER BY c.day, c.childId")
public class MealChange {

    @Id
    @Column(name = "child_id")
    private UUID childId;

    @Id private LocalDate day;

    @Enumerated(EnumType.STRING)
    private ChangeKind kind;

    private String reason;

    @Column(name = "in_time")
    private boolean inTime;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected MealChange() {}

    MealChange(Meal meal, ChangeKind kind, String reason, boolean inTime, String by, Instant now) {
        this.childId = meal.child();
        this.day = meal.day();
        this.kind = kind;
        this.reason = reason;
        this.inTime = inTime;
        this.changedBy = by;
        this.changedAt = now;
    }

    Meal meal() {
        return new Meal(childId, day);
    }

    ChangeKind kind() {
        return kind;
    }

    String reason() {
        return reason;
    }

    /** Which child, and when. */
    public record Key(UUID childId, LocalDate day) implements Serializable {

        static Key of(Meal meal) {
            return new Key(meal.child(), meal.day());
        }
    }
}
