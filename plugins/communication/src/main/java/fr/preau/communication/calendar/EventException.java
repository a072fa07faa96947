package fr.preau.communication.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** One time of an event that repeats, which does not take place. */
@Entity
@Table(name = "communication_calendar_exception")
@NamedQuery(
        name = "EventException.of",
        query = "SELECT x FROM EventException x WHERE x.eventId IN :events ORDER BY x.day")
@NamedQuery(
        name = "EventException.deleteOf",
        query = "DELETE FROM EventException x WHERE x.eventId IN :events")
@NamedQuery(
        name = "EventException.deleteOne",
        query = "DELETE FROM EventException x WHERE x.eventId = :event AND x.day = :day")
public class EventException {

    /** What becomes of this time. */
    public enum Kind {
        /** It is shown as cancelled. */
        CANCELLED,
        /** It is not shown. */
        LEFT_OUT
    }

    @Id private UUID id;

    @Column(name = "event_id")
    private UUID eventId;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @SuppressWarnings("NullAway.Init")
    protected EventException() {}

    EventException(UUID id, UUID event, LocalDate day, Kind kind) {
        this.id = id;
        this.eventId = event;
        this.day = day;
        this.kind = kind;
    }

    UUID event() {
        return eventId;
    }

    LocalDate day() {
        return day;
    }

    boolean isCancelled() {
        return kind == Kind.CANCELLED;
    }
}
