package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A tablet or a PC at the line on a day, and how much of what it has written is here: its entries
 * are a chain, of which {@code last} is the end.
 */
@Entity
@Table(name = "canteen_line_device")
@NamedQuery(
        name = "LineDevice.ofDay",
        query = "SELECT d FROM LineDevice d WHERE d.day = :day ORDER BY d.number")
@NamedQuery(name = "LineDevice.deleteBefore", query = "DELETE FROM LineDevice d WHERE d.day < :day")
public class LineDevice {

    /** Of what is ticked on a page instead of read by a device. */
    static final int BY_HAND = 0;

    /** More are not at a line of a collège. */
    static final int MOST_OF_A_DAY = 50;

    /** So much that can't be counted is kept of a device; more is no accident. */
    static final int MOST_ASIDE = 2000;

    @Id private UUID id;

    private LocalDate day;

    @Column(name = "device_number")
    private int number;

    @Column(name = "last_seq")
    private int lastSeq;

    @Column(name = "last_seal")
    private String lastSeal;

    private int aside;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "heard_at")
    private Instant heardAt;

    @SuppressWarnings("NullAway.Init")
    protected LineDevice() {}

    LineDevice(UUID id, LocalDate day, int number, String by, Instant now) {
        this.id = id;
        this.day = day;
        this.number = number;
        this.lastSeal = Entry.BEGINNING;
        this.openedBy = by;
        this.openedAt = now;
        this.heardAt = now;
    }

    UUID id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    int number() {
        return number;
    }

    int lastSeq() {
        return lastSeq;
    }

    String lastSeal() {
        return lastSeal;
    }

    int aside() {
        return aside;
    }

    Instant heardAt() {
        return heardAt;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    /** Whether an entry comes next. */
    boolean isFollowedBy(Entry entry) {
        return entry.seq() == lastSeq + 1 && entry.previous().equals(lastSeal);
    }

    void follow(Entry entry) {
        lastSeq = entry.seq();
        lastSeal = entry.seal();
    }

    void setAside(int more) {
        aside += more;
    }
}
