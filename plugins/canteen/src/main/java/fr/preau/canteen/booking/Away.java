package fr.preau.canteen.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pupils who are away at noon, as somebody of the collège's staff has entered it. */
@Entity
@Table(name = "canteen_away")
@NamedQuery(
        name = "Away.from",
        query = "SELECT a FROM Away a WHERE a.lastDay >= :day ORDER BY a.firstDay, a.id")
@NamedQuery(
        name = "Away.naming",
        query = "SELECT a FROM Away a WHERE a.pupils LIKE :pupil ORDER BY a.firstDay, a.id")
@NamedQuery(name = "Away.deleteBefore", query = "DELETE FROM Away a WHERE a.lastDay < :day")
public class Away {

    @Id private UUID id;

    private String who;

    private String pupils;

    private String reason;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "entered_at")
    private Instant enteredAt;

    @SuppressWarnings("NullAway.Init")
    protected Away() {}

    Away(
            UUID id,
            String who,
            Collection<UUID> pupils,
            String reason,
            LocalDate firstDay,
            LocalDate lastDay,
            String by,
            Instant now) {
        this.id = id;
        this.who = who;
        this.pupils = pupils.stream().map(UUID::toString).collect(Collectors.joining(","));
        this.reason = reason;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.enteredBy = by;
        this.enteredAt = now;
    }

    UUID id() {
        return id;
    }

    String who() {
        return who;
    }

    List<UUID> pupils() {
        return Pattern.compile(",")
                .splitAsStream(pupils)
                .filter(one -> !one.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /**
     * Somebody is not among them any more.
     *
     * @param others what those are called who are left
     */
    void forget(UUID pupil, String others) {
        pupils =
                pupils().stream()
                        .filter(each -> !each.equals(pupil))
                        .map(UUID::toString)
                        .collect(Collectors.joining(","));
        who = others;
    }

    String reason() {
        return reason;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    String enteredBy() {
        return enteredBy;
    }
}
