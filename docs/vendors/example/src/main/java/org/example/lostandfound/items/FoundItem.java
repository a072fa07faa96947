package org.example.lostandfound.items;

import fr.preau.api.files.FileId;
import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found at the collège.
 *
 * <p>It is born when a teacher or the staff enter it, and waits. People say that it is theirs
 * ({@link Claim}); that changes nothing yet. It ends in one of two ways: the staff return it to
 * somebody, or nobody comes for it in time and it is given away. What has ended never waits again,
 * and has no photo any more: who ends it deletes the file ({@link Settled}).
 */
@Entity
@Table(name = "lost_and_found_item")
@NamedQuery(
        name = "FoundItem.waiting",
        query =
                "SELECT i FROM FoundItem i WHERE i.fate = :waiting"
                        + " AND (i.what LIKE :words ESCAPE '!' OR i.place LIKE :words ESCAPE '!')"
                        + " ORDER BY i.foundOn DESC, i.id DESC")
@NamedQuery(
        name = "FoundItem.enteredBy",
        query = "SELECT i FROM FoundItem i WHERE i.enteredBy = :person ORDER BY i.foundOn, i.id")
@NamedQuery(
        name = "FoundItem.old",
        query =
                "SELECT i FROM FoundItem i WHERE i.fate = :waiting AND i.foundOn < :before"
                        + " ORDER BY i.foundOn, i.id")
public class FoundItem {

    static final int LONGEST = 120;

    /** EclipseLink can't read a UUID that is null. */
    private static final UUID NONE = new UUID(0, 0);

    /** What becomes of an item. */
    public enum Fate {
        WAITING,
        RETURNED,
        GIVEN_AWAY
    }

    @Id private UUID id;

    private String what;

    private String place;

    @Column(name = "found_on")
    private LocalDate foundOn;

    private UUID photo;

    @Column(name = "entered_by")
    private UUID enteredBy;

    /** UTC, as all moments here: JPA 3.1 knows no instants. */
    @Column(name = "entered_at")
    private LocalDateTime enteredAt;

    @Enumerated(EnumType.STRING)
    private Fate fate;

    @Column(name = "returned_to")
    private String returnedTo;

    @Column(name = "settled_at")
    private @Nullable LocalDateTime settledAt;

    @SuppressWarnings("NullAway.Init")
    protected FoundItem() {}

    FoundItem(
            UUID id,
            String what,
            String place,
            LocalDate foundOn,
            @Nullable FileId photo,
            PersonId enteredBy,
            Instant now) {
        this.id = id;
        this.what = line(what);
        this.place = line(place);
        this.foundOn = foundOn;
        this.photo = photo == null ? NONE : photo.value();
        this.enteredBy = enteredBy.value();
        this.enteredAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        this.fate = Fate.WAITING;
        this.returnedTo = "";
    }

    private static String line(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            throw new IllegalArgumentException("not a line: " + line.length() + " characters");
        }
        return line;
    }

    /** Its owner has it again. */
    void returnTo(String name, Instant now) {
        settle(Fate.RETURNED, now);
        returnedTo = line(name);
    }

    /** Nobody came for it. */
    void giveAway(Instant now) {
        settle(Fate.GIVEN_AWAY, now);
    }

    /** The item stays, and says nothing of a person any more. */
    void forgetWhoEnteredIt() {
        enteredBy = NONE;
    }

    private void settle(Fate end, Instant now) {
        if (!isWaiting()) {
            throw new IllegalStateException("it is " + fate);
        }
        fate = end;
        photo = NONE;
        settledAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    boolean isWaiting() {
        return fate == Fate.WAITING;
    }

    UUID id() {
        return id;
    }

    String what() {
        return what;
    }

    String place() {
        return place;
    }

    LocalDate foundOn() {
        return foundOn;
    }

    Optional<FileId> photo() {
        return photo.equals(NONE) ? Optional.empty() : Optional.of(new FileId(photo));
    }

    Fate fate() {
        return fate;
    }

    String returnedTo() {
        return returnedTo;
    }

    /** When it was returned or given away. */
    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt).map(at -> at.toInstant(ZoneOffset.UTC));
    }
}
