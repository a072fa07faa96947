package fr.preau.canteen.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/**
 * The last number of a kind in a civil year. It is held until the end of the work that issues, so
 * numbers follow each other without a gap and nobody has one twice.
 */
@Entity
@Table(name = "canteen_numbering")
@IdClass(Numbering.Key.class)
@NamedNativeQuery(
        name = "Numbering.begin",
        query =
                "INSERT IGNORE INTO canteen_numbering (kind, civil_year, last_number)"
                        + " VALUES (?1, ?2, 0)")
public class Numbering {

    @Id
    @Enumerated(EnumType.STRING)
    private Invoice.Kind kind;

    @Id
    @Column(name = "civil_year")
    private int civilYear;

    @Column(name = "last_number")
    private int last;

    @SuppressWarnings("NullAway.Init")
    protected Numbering() {}

    int next() {
        last++;
        return last;
    }

    /** Of what, and when. */
    public record Key(Invoice.Kind kind, int civilYear) implements Serializable {}
}
