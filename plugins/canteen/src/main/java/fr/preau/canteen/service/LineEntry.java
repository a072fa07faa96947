package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An entry of the line that counts: nothing of it ever changes, another entry may undo it. */
@Entity
@Table(name = "canteen_line_entry")
@IdClass(LineEntry.Key.class)
@NamedQuery(name = "LineEntry.ofDay", query = "SELECT e FROM LineEntry e WHERE e.day = :day")
@NamedQuery(
        name = "LineEntry.ofDevice",
        query =
                "SELECT e FROM LineEntry e WHERE e.deviceId = :device AND e.seq BETWEEN :first AND"
                        + " :last")
@NamedQuery(
        name = "LineEntry.ofOthers",
        query =
                "SELECT e FROM LineEntry e WHERE e.day = :day AND e.receivedAt >= :after"
                        + " AND e.deviceId <> :device ORDER BY e.receivedAt, e.deviceId, e.seq")
@NamedQuery(
        name = "LineEntry.ofPerson",
        query = "SELECT e FROM LineEntry e WHERE e.personId = :person ORDER BY e.at")
@NamedQuery(
        name = "LineEntry.deleteOf",
        query = "DELETE FROM LineEntry e WHERE e.personId = :person")
@NamedQuery(name = "LineEntry.deleteBefore", query = "DELETE FROM LineEntry e WHERE e.day < :day")
public class LineEntry {

    @Id
    @Column(name = "device_id")
    private UUID deviceId;

    @Id private int seq;

    private LocalDate day;

    @Column(name = "passed_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "people")
    private int number;

    @Column(name = "undo_device")
    private UUID undoDevice;

    @Column(name = "undo_seq")
    private int undoSeq;

    private String seal;

    @Column(name = "received_at")
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected LineEntry() {}

    LineEntry(UUID device, LocalDate day, Entry entry, Instant now) {
        this.deviceId = device;
        this.seq = entry.seq();
        this.day = day;
        this.at = entry.at();
        this.kind = entry.kind();
        this.personId = entry.person();
        this.number = entry.number();
        this.undoDevice = entry.undoDevice();
        this.undoSeq = entry.undoSeq();
        this.seal = entry.seal();
        this.receivedAt = now;
    }

    Key key() {
        return new Key(deviceId, seq);
    }

    LocalDate day() {
        return day;
    }

    Instant at() {
        return at;
    }

    EntryKind kind() {
        return kind;
    }

    /** Whether a pupil's meal may follow from it, or may not after all. */
    boolean changesMeals() {
        return kind == EntryKind.PUPIL || kind == EntryKind.UNDO;
    }

    /** Zero for whoever is only counted. */
    UUID person() {
        return personId;
    }

    int number() {
        return number;
    }

    /** What it undoes; nothing that is there where it undoes nothing. */
    Key undone() {
        return new Key(undoDevice, undoSeq);
    }

    String seal() {
        return seal;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Of which device, and which one. */
    public record Key(UUID deviceId, int seq) implements Serializable {}
}
