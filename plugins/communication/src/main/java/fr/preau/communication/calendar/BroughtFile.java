package fr.preau.communication.calendar;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A calendar file that somebody has brought and is shown before it is taken over. It goes when it
 * was, and after a day when it was not.
 */
@Entity
@Table(name = "communication_calendar_import")
@NamedQuery(
        name = "BroughtFile.deleteOf",
        query = "DELETE FROM BroughtFile b WHERE b.ownerId = :person")
@NamedQuery(
        name = "BroughtFile.deleteOld",
        query = "DELETE FROM BroughtFile b WHERE b.broughtAt < :before")
@NamedQuery(
        name = "BroughtFile.ofOwner",
        query = "SELECT b FROM BroughtFile b WHERE b.ownerId = :person ORDER BY b.broughtAt")
public class BroughtFile {

    @Id private UUID id;

    @Column(name = "owner_id")
    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private EventKind kind;

    private String content;

    @Column(name = "brought_at")
    private Instant broughtAt;

    @SuppressWarnings("NullAway.Init")
    protected BroughtFile() {}

    BroughtFile(UUID id, PersonId owner, EventKind kind, String content, Instant now) {
        this.id = id;
        this.ownerId = owner.value();
        this.kind = kind;
        this.content = content;
        this.broughtAt = now;
    }

    UUID id() {
        return id;
    }

    boolean isOf(PersonId person) {
        return ownerId.equals(person.value());
    }

    EventKind kind() {
        return kind;
    }

    String content() {
        return content;
    }

    Instant broughtAt() {
        return broughtAt;
    }
}
