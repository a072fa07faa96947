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
 * A slot of a host that a guardian has for a child.
 *
 * <p>It is of this guardian alone: the child's other guardian neither sees it nor moves or cancels
 * it, for some parents live apart in fear of each other, and an hour and a room would tell where
 * one is to be found. The time that it takes of host and guardian stands in the {@link Diary},
 * where it can't be taken twice.
 */
@Entity
@Table(name = "communication_meeting_booking")
@NamedQuery(
        name = "Booking.ofChildren",
        query =
                "SELECT b FROM Booking b WHERE b.meetingId = :meeting AND b.childId IN :children"
                        + " ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.ofHost",
        query = "SELECT b FROM Booking b WHERE b.hostId = :host ORDER BY b.startsAt")
@NamedQuery(
        name = "Booking.ofMeeting",
        query = "SELECT b FROM Booking b WHERE b.meetingId = :meeting ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.counted",
        query =
                "SELECT NEW fr.preau.communication.appointments.BookedCount(b.hostId, COUNT(b.id))"
                        + " FROM Booking b WHERE b.meetingId = :meeting GROUP BY b.hostId")
@NamedQuery(
        name = "Booking.toRemind",
        query =
                "SELECT b FROM Booking b WHERE b.reminded = FALSE AND b.startsAt >= :from"
                        + " AND b.startsAt < :until ORDER BY b.startsAt")
@NamedQuery(
        name = "Booking.ofPerson",
        query =
                "SELECT b FROM Booking b WHERE b.guardianId = :person OR b.childId = :person"
                        + " OR b.hostPersonId = :person OR b.bookedBy = :person"
                        + " ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.withMeeting",
        query =
                "SELECT NEW fr.preau.communication.appointments.Booked(b, m) FROM Booking b"
                        + " JOIN Meeting m ON m.id = b.meetingId WHERE b.guardianId = :person"
                        + " OR b.childId = :person OR b.hostPersonId = :person"
                        + " OR b.bookedBy = :person ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.ahead",
        query =
                "SELECT NEW fr.preau.communication.appointments.NextBooking(b, h, m)"
                        + " FROM Booking b JOIN MeetingHost h ON h.id = b.hostId"
                        + " JOIN Meeting m ON m.id = b.meetingId"
                        + " WHERE b.guardianId = :guardian AND b.childId IN :children"
                        + " AND b.startsAt >= :now"
                        + " ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.between",
        query =
                "SELECT NEW fr.preau.communication.appointments.Booked(b, m) FROM Booking b"
                        + " JOIN Meeting m ON m.id = b.meetingId"
                        + " WHERE (b.guardianId = :person OR b.hostPersonId = :person)"
                        + " AND b.startsAt < :until AND b.endsAt > :from"
                        + " ORDER BY b.startsAt, b.id")
@NamedQuery(
        name = "Booking.forgetBooker",
        query = "UPDATE Booking b SET b.bookedBy = :nobody WHERE b.bookedBy = :person")
@NamedQuery(name = "Booking.delete", query = "DELETE FROM Booking b WHERE b.id IN :ids")
public class Booking {

    static final int LONGEST_NOTE = 200;

    @Id private UUID id;

    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "host_id")
    private UUID hostId;

    @Column(name = "host_person_id")
    private UUID hostPersonId;

    @Column(name = "child_id")
    private UUID childId;

    /** Whose it is; the child where the school booked for somebody who has no account. */
    @Column(name = "guardian_id")
    private UUID guardianId;

    /**
     * Whose place with the host it takes, which nobody takes twice: the guardian's or the child's.
     */
    @Column(name = "place_of")
    private UUID placeOf;

    @Column(name = "booked_by")
    private UUID bookedBy;

    @Column(name = "class_name")
    private String className;

    private String note;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    private boolean reminded;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {}

    /**
     * @param guardian whose it is, or the child
     */
    Booking(
            UUID id,
            Meeting meeting,
            MeetingHost host,
            BookedChild child,
            PersonId guardian,
            PersonId booker,
            Slot slot) {
        this.id = id;
        this.meetingId = meeting.id();
        this.hostId = host.id();
        this.hostPersonId = host.person();
        this.childId = child.id().value();
        this.guardianId = guardian.value();
        this.placeOf = meeting.onePer() == Meeting.OnePer.CHILD ? childId : guardianId;
        this.bookedBy = booker.value();
        this.className = child.className();
        this.note = child.note();
        this.startsAt = slot.start();
        this.endsAt = slot.end();
        this.reminded = false;
    }

    /** Another slot of the same host. */
    void move(Slot slot) {
        startsAt = slot.start();
        endsAt = slot.end();
        reminded = false;
    }

    void remind() {
        reminded = true;
    }

    Slot slot() {
        return new Slot(startsAt, endsAt);
    }

    /** Whether it is of no guardian, so that nobody of the family reads it. */
    boolean isOfNoGuardian() {
        return guardianId.equals(childId);
    }

    boolean isOfGuardian(PersonId person) {
        return guardianId.equals(person.value());
    }

    /** Whether the school has booked it for whoever it is of. */
    boolean isBySchool() {
        return !bookedBy.equals(guardianId);
    }

    boolean isOf(UUID person) {
        return childId.equals(person) || guardianId.equals(person) || hostPersonId.equals(person);
    }

    UUID id() {
        return id;
    }

    UUID meeting() {
        return meetingId;
    }

    UUID host() {
        return hostId;
    }

    UUID hostPerson() {
        return hostPersonId;
    }

    UUID child() {
        return childId;
    }

    UUID guardian() {
        return guardianId;
    }

    String className() {
        return className;
    }

    String note() {
        return note;
    }

    Instant startsAt() {
        return startsAt;
    }
}
