package fr.preau.communication.calendar;

import fr.preau.api.school.ClassId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of the classes that an event is of. */
@Entity
@Table(name = "communication_calendar_class")
@NamedQuery(name = "EventClass.of", query = "SELECT c FROM EventClass c WHERE c.eventId IN :events")
@NamedQuery(
        name = "EventClass.deleteOf",
        query = "DELETE FROM EventClass c WHERE c.eventId IN :events")
public class EventClass {

    @Id private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "class_id")
    private UUID classId;

    @SuppressWarnings("NullAway.Init")
    protected EventClass() {}

    EventClass(UUID id, UUID event, ClassId schoolClass) {
        this.id = id;
        this.eventId = event;
        this.classId = schoolClass.value();
    }

    UUID event() {
        return eventId;
    }

    ClassId schoolClass() {
        return new ClassId(classId);
    }
}
