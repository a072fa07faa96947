package fr.preau.canteen.booking;

import fr.preau.canteen.place.Weekdays;
import fr.preau.canteen.registration.DinerRegistered;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** A pupil who eats at the collège on some weekdays, as its kitchen and its line know them. */
@Entity
@Table(name = "canteen_diner")
@NamedQuery(
        name = "Diner.between",
        query = "SELECT d FROM Diner d WHERE d.firstDay <= :last AND d.lastDay >= :first")
@NamedQuery(name = "Diner.ofPupil", query = "SELECT d FROM Diner d WHERE d.pupilId = :pupil")
@NamedQuery(name = "Diner.deleteBefore", query = "DELETE FROM Diner d WHERE d.lastDay < :day")
public class Diner {

    @Id private UUID id;

    @Column(name = "pupil_id")
    private UUID pupilId;

    @Column(name = "pupil_name")
    private String pupilName;

    @Column(name = "class_name")
    private String className;

    private String weekdays;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @SuppressWarnings("NullAway.Init")
    protected Diner() {}

    Diner(DinerRegistered registered) {
        this.id = registered.child();
        this.pupilId = registered.pupil();
        this.pupilName = registered.name();
        this.className = registered.className();
        this.weekdays = registered.weekdays();
        this.firstDay = registered.from();
        this.lastDay = registered.until();
    }

    UUID id() {
        return id;
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

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    Set<DayOfWeek> weekdays() {
        return Weekdays.read(weekdays);
    }

    /** Whether it eats on such a day, as far as it is a day of school. */
    boolean eatsOn(LocalDate day) {
        return !day.isBefore(firstDay)
                && !day.isAfter(lastDay)
                && weekdays().contains(day.getDayOfWeek());
    }
}
