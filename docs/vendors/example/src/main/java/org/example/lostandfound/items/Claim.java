package org.example.lostandfound.items;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Somebody says that an item is theirs, or their child's; whether it is, the staff find out. */
@Entity
@Table(name = "lost_and_found_claim")
@NamedQuery(
        name = "Claim.ofPerson",
        query = "SELECT c.itemId FROM Claim c WHERE c.personId = :person AND c.itemId IN :items")
@NamedQuery(
        name = "Claim.ofItem",
        query = "SELECT c FROM Claim c WHERE c.itemId = :item ORDER BY c.claimedAt, c.id")
@NamedQuery(
        name = "Claim.allOfPerson",
        query = "SELECT c FROM Claim c WHERE c.personId = :person ORDER BY c.claimedAt, c.id")
@NamedQuery(
        name = "Claim.counts",
        query =
                "SELECT c.itemId, COUNT(c.id) FROM Claim c WHERE c.itemId IN :items"
                        + " GROUP BY c.itemId")
public class Claim {

    @Id private UUID id;

    @Column(name = "item_id")
    private UUID itemId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "claimed_at")
    private LocalDateTime claimedAt;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    Claim(UUID id, UUID itemId, PersonId person, Instant now) {
        this.id = id;
        this.itemId = itemId;
        this.personId = person.value();
        this.claimedAt = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    UUID item() {
        return itemId;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    Instant claimedAt() {
        return claimedAt.toInstant(ZoneOffset.UTC);
    }
}
