package fr.preau.canteen.service;

import fr.preau.api.school.Uai;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** A meal that a pupil was served, as the place that runs the canteen knows it. */
@Entity
@Table(name = "canteen_served")
@IdClass(ServedMeal.Key.class)
@NamedQuery(
        name = "ServedMeal.between",
        query =
                "SELECT s FROM ServedMeal s WHERE s.pupilId IN :pupils"
                        + " AND s.day BETWEEN :first AND :last")
@NamedQuery(
        name = "ServedMeal.ofPupil",
        query = "SELECT s FROM ServedMeal s WHERE s.pupilId = :pupil ORDER BY s.day")
@NamedQuery(
        name = "ServedMeal.withoutRegistration",
        query =
                "SELECT DISTINCT s.pupilId FROM ServedMeal s WHERE s.day BETWEEN :first AND :last"
                        + " AND s.pupilId > :after AND NOT EXISTS (SELECT c.id FROM"
                        + " ApplicationChild c WHERE c.pupilId = s.pupilId"
                        + " AND c.schoolYear = :year AND c.validFrom <= :last) ORDER BY s.pupilId")
public class ServedMeal {

    @Id
    @Column(name = "pupil_id")
    private UUID pupilId;

    @Id private LocalDate day;

    @Column(name = "college_uai")
    private String collegeUai;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "class_name")
    private String className;

    @SuppressWarnings("NullAway.Init")
    protected ServedMeal() {}

    ServedMeal(Uai college, LocalDate day, MealsServed.Served served) {
        this.pupilId = served.pupil();
        this.day = day;
        this.collegeUai = college.value();
        this.pupilName = served.name();
        this.className = served.className();
    }

    public UUID pupil() {
        return pupilId;
    }

    public LocalDate day() {
        return day;
    }

    public Uai college() {
        return new Uai(collegeUai);
    }

    public String pupilName() {
        return pupilName;
    }

    public String className() {
        return className;
    }

    /** Who, and when: nobody is served twice. */
    public record Key(UUID pupilId, LocalDate day) implements Serializable {}
}
