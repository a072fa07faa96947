package fr.preau.communication.circulars;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody has looked at the telephone numbers of those to call. */
@Entity
@Table(name = "communication_circular_call")
@NamedQuery(
        name = "CallListSeen.ofCircular",
        query =
                "SELECT s FROM CallListSeen s WHERE s.circularId = :circular"
                        + " ORDER BY s.at DESC, s.id DESC")
@NamedQuery(
        name = "CallListSeen.byPerson",
        query =
                "SELECT NEW fr.preau.communication.circulars.SeenRow(c.title, s.at, s.children)"
                        + " FROM CallListSeen s JOIN Circular c ON c.id = s.circularId"
                        + " WHERE s.callerId = :person ORDER BY s.at")
@NamedQuery(
        name = "CallListSeen.forget",
        query = "UPDATE CallListSeen s SET s.callerId = :nobody WHERE s.callerId = :person")
@NamedQuery(name = "CallListSeen.old", query = "DELETE FROM CallListSeen s WHERE s.at < :before")
@NamedQuery(
        name = "CallListSeen.deleteOf",
        query = "DELETE FROM CallListSeen s WHERE s.circularId IN :circulars")
public class CallListSeen {

    @Id private UUID id;

    @Column(name = "circular_id")
    private UUID circularId;

    @Column(name = "caller_id")
    private UUID callerId;

    private Instant at;

    private int children;

    @SuppressWarnings("NullAway.Init")
    protected CallListSeen() {}

    CallListSeen(UUID id, Circular circular, PersonId caller, Instant at, int children) {
        this.id = id;
        this.circularId = circular.id();
        this.callerId = caller.value();
        this.at = at;
        this.children = children;
    }

    PersonId caller() {
        return new PersonId(callerId);
    }

    Instant at() {
        return at;
    }
}
