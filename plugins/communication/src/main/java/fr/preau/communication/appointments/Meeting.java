package fr.preau.communication.appointments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A time at which people of the collège receive families, one family a slot.
 *
 * <p>It is opened once, by its form, with its hosts and the families that are asked to come, and
 * its times never change: a family that has booked can rely on them. From {@code opensAt} to {@code
 * closesAt} guardians book, change and cancel; the school does so at any time. It is taken off with
 * all its bookings, or a year after the school year it was in.
 *
 * <p>All hosts share one row of slots, counted from its beginning: so a guardian who goes from one
 * teacher to the next never waits for half a slot.
 */
@Entity
@Table(name = "communication_meeting")
@NamedNativeQuery(
        name = "Meeting.open",
        // The second one of a double click waits here for the first, and then changes nothing.
        query =
                "INSERT IGNORE INTO communication_meeting (id, kind, title, starts_at, ends_at,"
                        + " slot_minutes, pause_minutes, travel_minutes, one_per, opens_at,"
                        + " closes_at, created_by, told)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, FALSE)")
@NamedNativeQuery(
        name = "Meeting.toBook",
        query =
                "SELECT 'BOOK' AS kind, CAST(m.id AS CHAR) AS meeting, CAST(m.id AS CHAR) AS host,"
                        + " '' AS teacher, '' AS child, '' AS place, m.title, TIMESTAMPDIFF(SECOND, '1970-01-01', m.closes_at) AS at_second"
                        + " FROM communication_meeting_invited i"
                        + " JOIN communication_meeting m ON m.id = i.meeting_id"
                        + " LEFT JOIN communication_meeting_booking b"
                        + " ON b.meeting_id = i.meeting_id AND b.child_id = i.child_id"
                        + " AND b.guardian_id = i.guardian_id"
                        + " WHERE i.guardian_id = ?1 AND m.opens_at <= ?2 AND m.closes_at > ?3"
                        // Where a child has one place, who comes first books for both guardians.
                        + " AND (m.one_per = 'GUARDIAN' OR NOT EXISTS"
                        + " (SELECT 1 FROM communication_meeting_booking o"
                        + " WHERE o.child_id = i.child_id AND o.meeting_id = i.meeting_id"
                        + " AND o.guardian_id <> i.guardian_id))"
                        + " GROUP BY m.id, m.title, m.closes_at HAVING COUNT(b.id) = 0"
                        + " ORDER BY m.closes_at LIMIT 3")
@NamedNativeQuery(
        name = "Meeting.next",
        query =
                "(SELECT 'FAMILY' AS kind, CAST(m.id AS CHAR) AS meeting,"
                        + " CAST(b.host_id AS CHAR) AS host,"
                        + " CAST(b.host_person_id AS CHAR) AS teacher,"
                        + " CAST(b.child_id AS CHAR) AS child, h.place, m.title,"
                        + " TIMESTAMPDIFF(SECOND, '1970-01-01', b.starts_at) AS at_second"
                        + " FROM communication_meeting_booking b"
                        + " JOIN communication_meeting m ON m.id = b.meeting_id"
                        + " JOIN communication_meeting_host h ON h.id = b.host_id"
                        + " WHERE b.guardian_id = ?1 AND b.starts_at >= ?2"
                        + " ORDER BY at_second LIMIT 3)"
                        + " UNION ALL"
                        + " (SELECT 'HOST', CAST(m.id AS CHAR), CAST(b.host_id AS CHAR), '',"
                        + " CAST(b.child_id AS CHAR), h.place, m.title, TIMESTAMPDIFF(SECOND, '1970-01-01', b.starts_at)"
                        + " FROM communication_meeting_booking b"
                        + " JOIN communication_meeting m ON m.id = b.meeting_id"
                        + " JOIN communication_meeting_host h ON h.id = b.host_id"
                        + " WHERE b.host_person_id = ?3 AND b.starts_at >= ?4"
                        + " ORDER BY b.starts_at LIMIT 3)")
@NamedQuery(name = "Meeting.ahead", query = "SELECT COUNT(m) FROM Meeting m WHERE m.endsAt > :now")
@NamedQuery(
        name = "Meeting.forFamilies",
        query =
                "SELECT m FROM Meeting m WHERE m.id IN (SELECT h.meetingId FROM MeetingHost h,"
                        + " MeetingClass c WHERE c.hostId = h.id AND c.classId IN :classes)"
                        + " OR m.id IN (SELECT i.meetingId FROM Invited i"
                        + " WHERE i.childId IN :children)"
                        + " ORDER BY m.endsAt DESC, m.id DESC")
@NamedQuery(
        name = "Meeting.ofHost",
        query =
                "SELECT m FROM Meeting m WHERE m.createdBy = :person OR m.id IN"
                        + " (SELECT h.meetingId FROM MeetingHost h WHERE h.personId = :person)"
                        + " ORDER BY m.endsAt DESC, m.id DESC")
@NamedQuery(
        name = "Meeting.all",
        query = "SELECT m FROM Meeting m ORDER BY m.endsAt DESC, m.id DESC")
@NamedQuery(
        name = "Meeting.toTell",
        query =
                "SELECT m FROM Meeting m WHERE m.told = FALSE AND m.opensAt <= :now"
                        + " AND m.closesAt > :now ORDER BY m.closesAt")
@NamedQuery(
        name = "Meeting.toRenew",
        query = "SELECT m FROM Meeting m WHERE m.closesAt > :now ORDER BY m.closesAt")
@NamedQuery(
        name = "Meeting.endedBefore",
        query = "SELECT m FROM Meeting m WHERE m.endsAt < :before ORDER BY m.endsAt")
@NamedQuery(
        name = "Meeting.createdBy",
        query = "SELECT m FROM Meeting m WHERE m.createdBy = :person")
@NamedQuery(
        name = "Meeting.forgetCreator",
        query = "UPDATE Meeting m SET m.createdBy = :nobody WHERE m.createdBy = :person")
public class Meeting {

    /** What a meeting is. */
    enum Kind {
        /** All teachers of some classes, opened by the school. */
        EVENING,
        /** One person's own hours. */
        SLOTS
    }

    /** For whom each host has one place. */
    public enum OnePer {
        /** Each guardian of a child may come, without the other. */
        GUARDIAN,
        /** Whoever of a child's guardians is first. */
        CHILD
    }

    /** So that a form that was filled in by mistake makes no list without end. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** The longest way between two rooms, in seconds. */
    static final long LONGEST_WAY = Duration.ofMinutes(30).toSeconds();

    private static final int MOST_SLOTS = 200;

    @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String title;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "slot_minutes")
    private int slotMinutes;

    @Column(name = "pause_minutes")
    private int pauseMinutes;

    @Column(name = "travel_minutes")
    private int travelMinutes;

    @Enumerated(EnumType.STRING)
    @Column(name = "one_per")
    private OnePer onePer;

    @Column(name = "opens_at")
    private Instant opensAt;

    @Column(name = "closes_at")
    private Instant closesAt;

    @Column(name = "created_by")
    private UUID createdBy;

    private boolean told;

    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    /** Families know now that they may book. */
    void tell() {
        told = true;
    }

    /** The slots of a host, none where the host is absent. */
    List<Slot> slots(MeetingHost host) {
        return host.present() ? slots(host.from(), host.to()) : List.of();
    }

    private List<Slot> slots(Instant from, Instant to) {
        List<Slot> slots = new ArrayList<>();
        Duration step = Duration.ofMinutes(slotMinutes + (long) pauseMinutes);
        Instant start = startsAt;
        while (slots.size() < MOST_SLOTS && !end(start).isAfter(endsAt)) {
            if (!start.isBefore(from) && !end(start).isAfter(to)) {
                slots.add(new Slot(start, end(start)));
            }
            start = start.plus(step);
        }
        return slots;
    }

    private Instant end(Instant start) {
        return start.plus(Duration.ofMinutes(slotMinutes));
    }

    /** Whether families may book, change and cancel now. */
    boolean isOpen(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    OnePer onePer() {
        return onePer;
    }

    int travelMinutes() {
        return travelMinutes;
    }

    int slotMinutes() {
        return slotMinutes;
    }

    Instant opensAt() {
        return opensAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    UUID createdBy() {
        return createdBy;
    }
}
