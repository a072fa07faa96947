package fr.preau.communication.safety;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An account that wrote too much in too short a time, as one does that was stolen. It begins with
 * the message that would have been too many, which is not sent, and is deleted when somebody lets
 * the person go on.
 */
@Entity
@Table(name = "communication_stop")
@NamedNativeQuery(
        name = "AccountStop.claim",
        // Two messages at once stop the account once.
        query =
                "INSERT INTO communication_stop (person_id, stop_id, since) VALUES (?1, ?2, ?3)"
                        + " ON DUPLICATE KEY UPDATE person_id = person_id")
@NamedQuery(name = "AccountStop.lift", query = "DELETE FROM AccountStop s WHERE s.stopId = :stop")
@NamedQuery(
        name = "AccountStop.ofStop",
        query = "SELECT COUNT(s) FROM AccountStop s WHERE s.stopId = :stop")
@NamedQuery(
        name = "AccountStop.forget",
        query = "DELETE FROM AccountStop s WHERE s.personId = :person")
@NamedQuery(
        name = "AccountStop.byStop",
        query = "SELECT s FROM AccountStop s WHERE s.stopId = :stop")
public class AccountStop {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "stop_id")
    private UUID stopId;

    private Instant since;

    @SuppressWarnings("NullAway.Init")
    protected AccountStop() {}

    PersonId person() {
        return new PersonId(personId);
    }

    UUID stopId() {
        return stopId;
    }

    Instant since() {
        return since;
    }
}
