package fr.preau.canteen.tariff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The tariff that a decision fixes, as a rule for a civil year. It holds from its first day until
 * the next one does, so no day is without one or has two. Once it holds it never changes: meals are
 * billed by it.
 */
@Entity
@Table(name = "canteen_tariff")
@NamedQuery(name = "Tariff.all", query = "SELECT t FROM Tariff t ORDER BY t.validFrom DESC")
@NamedQuery(
        name = "Tariff.on",
        query = "SELECT t FROM Tariff t WHERE t.validFrom <= :day ORDER BY t.validFrom DESC")
@NamedQuery(
        name = "Tariff.from",
        query = "SELECT t FROM Tariff t WHERE t.validFrom = :day AND t.id <> :tariff")
public class Tariff {

    @Id private UUID id;

    private String decision;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    private int passager;

    private int guest;

    /** One more with each change, of its bands too. */
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Tariff() {}

    Tariff(UUID id) {
        this.id = id;
        this.decision = "";
        this.validFrom = LocalDate.EPOCH;
    }

    void fix(String newDecision, LocalDate firstDay, int passagerCents, int guestCents) {
        decision = newDecision;
        validFrom = firstDay;
        passager = passagerCents;
        guest = guestCents;
        version++;
    }

    /** Whether it holds, or has held, so that it stays what it is. */
    boolean holds(LocalDate today) {
        return !validFrom.isAfter(today);
    }

    UUID id() {
        return id;
    }

    String decision() {
        return decision;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    /** Of a meal without registration, in cents. */
    int passager() {
        return passager;
    }

    /** Of a meal of a guest or a member of the staff, in cents. */
    int guest() {
        return guest;
    }

    int version() {
        return version;
    }
}
