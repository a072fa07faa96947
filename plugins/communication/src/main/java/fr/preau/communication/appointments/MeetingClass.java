package fr.preau.communication.appointments;

import fr.preau.api.school.ClassId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** A class whose families a host receives. */
@Entity
@Table(name = "communication_meeting_class")
@NamedQuery(
        name = "MeetingClass.ofHost",
        query = "SELECT c.classId FROM MeetingClass c WHERE c.hostId = :host ORDER BY c.classId")
@NamedQuery(
        name = "MeetingClass.ofMeeting",
        query =
                "SELECT c FROM MeetingClass c WHERE c.hostId IN"
                        + " (SELECT h.id FROM MeetingHost h WHERE h.meetingId = :meeting)")
public class MeetingClass {

    @Id private UUID id;

    @Column(name = "host_id")
    private UUID hostId;

    @Column(name = "class_id")
    private String classId;

    @SuppressWarnings("NullAway.Init")
    protected MeetingClass() {}

    MeetingClass(UUID id, MeetingHost host, ClassId schoolClass) {
        this.id = id;
        this.hostId = host.id();
        this.classId = schoolClass.toString();
    }

    UUID host() {
        return hostId;
    }

    String schoolClass() {
        return classId;
    }
}
