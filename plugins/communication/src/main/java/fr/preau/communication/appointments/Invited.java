package fr.preau.communication.appointments;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A guardian who was asked to come for a child. */
@Entity
@Table(name = "communication_meeting_invited")
@NamedQuery(
        name = "Invited.children",
        query =
                "SELECT DISTINCT i.childId FROM Invited i"
                        + " WHERE i.meetingId = :meeting AND i.childId IN :children")
@NamedQuery(
        name = "Invited.ofMeeting",
        query = "SELECT i FROM Invited i WHERE i.meetingId = :meeting")
@NamedQuery(
        name = "Invited.ofPerson",
        query =
                "SELECT m FROM Meeting m WHERE m.id IN (SELECT i.meetingId FROM Invited i"
                        + " WHERE i.guardianId = :person OR i.childId = :person)")
@NamedQuery(
        name = "Invited.deleteOfPerson",
        query = "DELETE FROM Invited i WHERE i.guardianId = :person OR i.childId = :person")
public class Invited {

    @Id private UUID id;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "guardian_id")
    private UUID guardianId;

    @Column(name = "child_id")
    private UUID childId;

    @SuppressWarnings("NullAway.Init")
    protected Invited() {}

    Invited(UUID id, UUID meeting, PersonId guardian, PersonId child) {
        this.id = id;
        this.meetingId = meeting;
        this.guardianId = guardian.value();
        this.childId = child.value();
    }

    UUID guardian() {
        return guardianId;
    }

    UUID child() {
        return childId;
    }
}
