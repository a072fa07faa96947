package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** That the line of a collège has run on a day: whoever it did not serve has not eaten. */
@Entity
@Table(name = "canteen_service")
@IdClass(HeldService.Key.class)
@NamedQuery(
        name = "HeldService.between",
        query = "SELECT s FROM HeldService s WHERE s.day BETWEEN :first AND :last")
public class HeldService {

    @Id
    @Column(name = "college_uai")
    private String collegeUai;

    @Id private LocalDate day;

    @SuppressWarnings("NullAway.Init")
    protected HeldService() {}

    HeldService(Key key) {
        this.collegeUai = key.collegeUai();
        this.day = key.day();
    }

    Key key() {
        return new Key(collegeUai, day);
    }

    /** Where, and when. */
    public record Key(String collegeUai, LocalDate day) implements Serializable {}
}
