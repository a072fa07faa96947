package fr.preau.communication.calendar;

import fr.preau.api.school.PersonId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The secret address of somebody's calendar, for the calendar of a phone or of another program.
 *
 * <p>A person has one or none. Its secret is shown once, when it is made, and only its fingerprint
 * is kept; a new one takes the place of the one before, which is dead at once.
 */
@Entity
@Table(name = "communication_calendar_feed")
@NamedQuery(
        name = "FeedAddress.ofSecret",
        query = "SELECT f FROM FeedAddress f WHERE f.secretHash = :hash")
@NamedQuery(
        name = "FeedAddress.deleteOf",
        query = "DELETE FROM FeedAddress f WHERE f.ownerId = :person")
public class FeedAddress {

    @Id
    @Column(name = "owner_id")
    private UUID ownerId;

    @Column(name = "secret_hash")
    private String secretHash;

    @Column(name = "made_at")
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init")
    protected FeedAddress() {}

    FeedAddress(PersonId owner, FeedSecret secret, Instant now) {
        this.ownerId = owner.value();
        this.secretHash = secret.hash();
        this.madeAt = now;
    }

    /** From now on only this secret opens it. */
    void renew(FeedSecret secret, Instant now) {
        secretHash = secret.hash();
        madeAt = now;
    }

    PersonId owner() {
        return new PersonId(ownerId);
    }

    Instant madeAt() {
        return madeAt;
    }
}
