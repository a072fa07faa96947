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

/** What a device said and can't be counted, or not yet; the gestionnaire sees it. */
@Entity
@Table(name = "canteen_line_aside")
@IdClass(SetAside.Key.class)
@NamedQuery(
        name = "SetAside.ofDay",
        query = "SELECT a FROM SetAside a WHERE a.day = :day ORDER BY a.receivedAt, a.seq")
@NamedQuery(
        name = "SetAside.ofDevice",
        query = "SELECT a FROM SetAside a WHERE a.deviceId = :device")
@NamedQuery(
        name = "SetAside.ofPerson",
        query = "SELECT a FROM SetAside a WHERE a.personId = :person ORDER BY a.receivedAt")
@NamedQuery(name = "SetAside.deleteOf", query = "DELETE FROM SetAside a WHERE a.personId = :person")
@NamedQuery(name = "SetAside.deleteBefore", query = "DELETE FROM SetAside a WHERE a.day < :day")
public class SetAside {

    private static final int LONGEST = 300;

    @Id
    @Column(name = "device_id")
    private UUID deviceId;

    @Id private int seq;

    @Id private String digest;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Column(name = "person_id")
    private UUID personId;

    private String content;

    @Column(name = "received_at")
    private Instant receivedAt;

    @SuppressWarnings("NullAway.Init")
    protected SetAside() {}

    SetAside(Key key, LocalDate day, Reason reason, UUID person, String content, Instant now) {
        this.deviceId = key.deviceId();
        this.seq = key.seq();
        this.digest = key.digest();
        this.day = day;
        this.reason = reason;
        this.personId = person;
        this.content = content.substring(0, Math.min(content.length(), LONGEST));
        this.receivedAt = now;
    }

    Key key() {
        return new Key(deviceId, seq, digest);
    }

    int seq() {
        return seq;
    }

    LocalDate day() {
        return day;
    }

    /** What waited in its place turns out to have none. */
    void becomes(Reason newReason) {
        reason = newReason;
    }

    Reason reason() {
        return reason;
    }

    UUID person() {
        return personId;
    }

    String content() {
        return content;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Why it is not counted. */
    public enum Reason {
        /** What comes before it is not there; once it is, this one is counted. */
        GAP,
        /** Its seal is not the one of its device. */
        FORGED,
        /** The device has said something else in the same place. */
        OTHER,
        /** It names nobody of the collège. */
        UNKNOWN
    }

    /** Of which device, in which place, and the digest of what came. */
    public record Key(UUID deviceId, int seq, String digest) implements Serializable {}
}
