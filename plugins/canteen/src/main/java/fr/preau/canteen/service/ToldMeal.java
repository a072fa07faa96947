package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/** That who runs the canteen was told of a pupil's meal, so that later only what differs is. */
@Entity
@Table(name = "canteen_line_told")
@IdClass(ToldMeal.Key.class)
@NamedQuery(name = "ToldMeal.ofDay", query = "SELECT t FROM ToldMeal t WHERE t.day = :day")
@NamedQuery(name = "ToldMeal.deleteOf", query = "DELETE FROM ToldMeal t WHERE t.pupilId = :pupil")
@NamedQuery(name = "ToldMeal.deleteBefore", query = "DELETE FROM ToldMeal t WHERE t.day < :day")
public class ToldMeal {

    @Id private LocalDate day;

    @Id
    @Column(name = "pupil_id")
    private UUID pupilId;

    @SuppressWarnings("NullAway.Init")
    protected ToldMeal() {}

    ToldMeal(LocalDate day, UUID pupil) {
        this.day = day;
        this.pupilId = pupil;
    }

    UUID pupil() {
        return pupilId;
    }

    /** When, and who. */
    public record Key(LocalDate day, UUID pupilId) implements Serializable {}
}
