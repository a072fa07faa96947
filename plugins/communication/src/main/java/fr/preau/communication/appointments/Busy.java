package fr.preau.communication.appointments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Five minutes in which somebody is taken; written by the {@link Diary} only. */
@Entity
@Table(name = "communication_meeting_busy")
@IdClass(Busy.Key.class)
@NamedQuery(
        name = "Busy.between",
        query =
                "SELECT NEW fr.preau.communication.appointments.BusyTick(b.personId, b.tick)"
                        + " FROM Busy b WHERE b.personId IN :people"
                        + " AND b.tick BETWEEN :first AND :last")
@NamedQuery(
        name = "Busy.count",
        query =
                "SELECT COUNT(b.tick) FROM Busy b"
                        + " WHERE b.personId = :person OR b.takenBy = :person")
@NamedQuery(name = "Busy.release", query = "DELETE FROM Busy b WHERE b.takenBy IN :ids")
@NamedQuery(
        name = "Busy.deleteOfPerson",
        query = "DELETE FROM Busy b WHERE b.personId = :person OR b.takenBy = :person")
public class Busy {

    /** Who, and which five minutes since 1970. */
    public record Key(UUID personId, Integer tick) implements Serializable {}

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Id private int tick;

    @Column(name = "taken_by")
    private UUID takenBy;

    @SuppressWarnings("NullAway.Init")
    protected Busy() {}
}
