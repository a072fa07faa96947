package fr.preau.communication.safety;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * One act in the journal of a collège. It never changes, but when its actor is erased the name
 * goes; it is forgotten with the evidence it was about, after a year.
 */
@Entity
@Table(name = "communication_safety_act")
@NamedQuery(
        name = "SafetyAct.newest",
        query = "SELECT a FROM SafetyAct a ORDER BY a.at DESC, a.id DESC")
@NamedQuery(
        name = "SafetyAct.ofActor",
        query = "SELECT a FROM SafetyAct a WHERE a.actorId = :person")
@NamedQuery(
        name = "SafetyAct.renameActor",
        query =
                "UPDATE SafetyAct a SET a.actorId = :nobody, a.actorName = ''"
                        + " WHERE a.actorId = :person")
@NamedQuery(name = "SafetyAct.forget", query = "DELETE FROM SafetyAct a WHERE a.at < :before")
public class SafetyAct {

    @Id private UUID id;

    private Instant at;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "actor_name")
    private String actorName;

    @Enumerated(EnumType.STRING)
    private Act act;

    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected SafetyAct() {}

    SafetyAct(UUID id, Instant at, PersonId actor, String actorName, Act act, String detail) {
        this.id = id;
        this.at = at;
        this.actorId = actor.value();
        this.actorName = actorName;
        this.act = act;
        this.detail = detail;
    }

    Instant at() {
        return at;
    }

    String actorName() {
        return actorName;
    }

    Act act() {
        return act;
    }

    String detail() {
        return detail;
    }
}
