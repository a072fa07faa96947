package fr.preau.canteen.service;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody shows at the line: a number that says nothing of who they are. It is theirs until
 * it is lost or replaced, and then nobody's for ever, so that who finds it eats in nobody's name.
 */
@Entity
@Table(name = "canteen_badge")
@NamedQuery(name = "Badge.all", query = "SELECT b FROM Badge b ORDER BY b.number")
@NamedQuery(
        name = "Badge.ofPerson",
        query = "SELECT b FROM Badge b WHERE b.personId = :person ORDER BY b.givenAt")
@NamedQuery(
        name = "Badge.validOf",
        query = "SELECT b FROM Badge b WHERE b.personId IN :persons AND b.blockedAt IS NULL")
@NamedQuery(name = "Badge.holders", query = "SELECT DISTINCT b.personId FROM Badge b")
@NamedQuery(
        name = "Badge.deleteBlockedBefore",
        query = "DELETE FROM Badge b WHERE b.blockedAt < :instant")
@NamedQuery(name = "Badge.deleteOf", query = "DELETE FROM Badge b WHERE b.personId IN :persons")
public class Badge {

    @Id
    @Column(name = "badge_number")
    private String number;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "blocked_at")
    private @Nullable Instant blockedAt;

    @SuppressWarnings("NullAway.Init")
    protected Badge() {}

    Badge(String number, UUID person, String by, Instant now) {
        this.number = number;
        this.personId = person;
        this.givenBy = by;
        this.givenAt = now;
    }

    String number() {
        return number;
    }

    UUID person() {
        return personId;
    }

    Instant givenAt() {
        return givenAt;
    }

    boolean isBlocked() {
        return blockedAt != null;
    }

    void block(Instant now) {
        if (blockedAt == null) {
            blockedAt = now;
        }
    }
}
