package fr.preau.canteen.menu;

import fr.preau.canteen.place.Names;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;

/** A dish on a day. */
@Entity
@Table(name = "canteen_dish")
@NamedQuery(
        name = "Dish.ofWeek",
        query = "SELECT d FROM Dish d WHERE d.monday = :monday" + " ORDER BY d.day, d.name, d.id")
@NamedQuery(
        name = "Dish.mondays",
        query =
                "SELECT DISTINCT d.monday FROM Dish d WHERE d.monday BETWEEN :first AND :last"
                        + " ORDER BY d.monday DESC")
public class Dish {

    @Id private UUID id;

    private LocalDate monday;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Course course;

    private String name;

    private boolean known;

    private String allergens;

    private String labels;

    private boolean vegetarian;

    /** One more with each change. */
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Dish() {}

    Dish(UUID id, LocalDate day, Course course, String name) {
        this.id = id;
        this.monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.day = day;
        this.course = course;
        this.name = name;
        this.allergens = "";
        this.labels = "";
    }

    /** As another one is, on another day. */
    Dish copy(UUID newId, LocalDate newDay) {
        Dish copy = new Dish(newId, newDay, course, name);
        copy.known = known;
        copy.allergens = allergens;
        copy.labels = labels;
        copy.vegetarian = vegetarian;
        return copy;
    }

    void fix(DishInput typed) {
        course = typed.course();
        name = typed.name().strip();
        known = typed.isKnown();
        allergens = known ? Names.written(typed.allergens()) : "";
        labels = Names.written(typed.labels());
        vegetarian = typed.isVegetarian();
        version++;
    }

    UUID id() {
        return id;
    }

    LocalDate monday() {
        return monday;
    }

    LocalDate day() {
        return day;
    }

    int version() {
        return version;
    }

    MenuPage.Shown shown() {
        return new MenuPage.Shown(
                id,
                course,
                name,
                known,
                Names.read(Allergen.class, allergens),
                Names.read(Label.class, labels),
                vegetarian);
    }
}
