package fr.preau.communication.appointments;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who receives families at a meeting.
 *
 * <p>Its row is also the lock of everything that is booked with this host: whoever books takes hold
 * of it first, before anything else is read, and so sees what was booked until then.
 */
@Entity
@Table(name = "communication_meeting_host")
@NamedQuery(
        name = "MeetingHost.ofMeeting",
        query = "SELECT h FROM MeetingHost h WHERE h.meetingId = :meeting ORDER BY h.id")
@NamedQuery(
        name = "MeetingHost.ofClasses",
        query =
                "SELECT NEW fr.preau.communication.appointments.HostOfClass(h, c.classId)"
                        + " FROM MeetingHost h JOIN MeetingClass c ON c.hostId = h.id"
                        + " WHERE h.meetingId = :meeting AND c.classId IN :classes ORDER BY h.id")
@NamedQuery(
        name = "MeetingHost.ofPerson",
        query = "SELECT h FROM MeetingHost h WHERE h.personId = :person")
@NamedQuery(
        name = "MeetingHost.hosted",
        query =
                "SELECT NEW fr.preau.communication.appointments.Hosted(h, m) FROM MeetingHost h"
                        + " JOIN Meeting m ON m.id = h.meetingId WHERE h.personId = :person")
@NamedQuery(
        name = "MeetingHost.deleteOfPerson",
        query = "DELETE FROM MeetingHost h WHERE h.personId = :person")
public class MeetingHost {

    /** A room, or the address of a video call. */
    static final int LONGEST_PLACE = 200;

    @Id private UUID id;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "person_id")
    private UUID personId;

    private boolean present;

    @Column(name = "from_at")
    private Instant fromAt;

    @Column(name = "to_at")
    private Instant toAt;

    private String place;

    @SuppressWarnings("NullAway.Init")
    protected MeetingHost() {}

    /** Somebody who takes part from the beginning to the end. */
    MeetingHost(UUID id, UUID meeting, PersonId person, Slot whole, String place) {
        this.id = id;
        this.meetingId = meeting;
        this.personId = person.value();
        this.present = true;
        this.fromAt = whole.start();
        this.toAt = whole.end();
        this.place = place;
    }

    /** Comes later, leaves earlier, or sits elsewhere. */
    void attend(Slot there, String where) {
        present = true;
        fromAt = there.start();
        toAt = there.end();
        place = where;
    }

    void stayAway() {
        present = false;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID person() {
        return personId;
    }

    boolean present() {
        return present;
    }

    Instant from() {
        return fromAt;
    }

    Instant to() {
        return toAt;
    }

    String place() {
        return place;
    }
}
