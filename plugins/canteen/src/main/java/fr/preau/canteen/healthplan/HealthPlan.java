package fr.preau.canteen.healthplan;

import fr.preau.canteen.menu.Allergen;
import fr.preau.canteen.place.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a pupil may not eat and what the kitchen does about it (circulaire du 10 février 2021
 * relative au projet d’accueil individualisé).
 */
@Entity
@Table(name = "canteen_health_plan")
@NamedQuery(
        name = "HealthPlan.from",
        query =
                "SELECT p FROM HealthPlan p WHERE p.lastDay >= :day ORDER BY p.pupilName, p.pupilId")
@NamedQuery(
        name = "HealthPlan.on",
        query =
                "SELECT p FROM HealthPlan p WHERE p.firstDay <= :day AND p.lastDay >= :day"
                        + " ORDER BY p.pupilName, p.pupilId")
@NamedQuery(
        name = "HealthPlan.ofPupils",
        query = "SELECT p FROM HealthPlan p WHERE p.pupilId IN :pupils ORDER BY p.pupilName")
@NamedQuery(
        name = "HealthPlan.deleteBefore",
        query = "DELETE FROM HealthPlan p WHERE p.lastDay < :day")
public class HealthPlan {

    @Id
    @Column(name = "pupil_id")
    private UUID pupilId;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "class_name")
    private String className;

    private String allergens;

    private String instruction;

    @Column(name = "own_meal")
    private boolean ownMeal;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    /** One more with each change. */
    private int version;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected HealthPlan() {}

    HealthPlan(UUID pupil, String name, String className) {
        this.pupilId = pupil;
        this.pupilName = name;
        this.className = className;
        this.allergens = "";
        this.instruction = "";
        this.firstDay = LocalDate.EPOCH;
        this.lastDay = LocalDate.EPOCH;
        this.changedBy = "";
        this.changedAt = Instant.EPOCH;
    }

    void fix(PlanInput typed, String by, Instant now) {
        allergens = Names.written(typed.allergens());
        instruction = typed.words();
        ownMeal = typed.isOwnMeal();
        firstDay = typed.first();
        lastDay = typed.last();
        changedBy = by;
        changedAt = now;
        version++;
    }

    UUID pupil() {
        return pupilId;
    }

    String pupilName() {
        return pupilName;
    }

    String className() {
        return className;
    }

    List<Allergen> allergens() {
        return Names.read(Allergen.class, allergens);
    }

    String instruction() {
        return instruction;
    }

    boolean hasOwnMeal() {
        return ownMeal;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    int version() {
        return version;
    }
}
