package org.example.lostandfound.items;

import fr.preau.api.data.NewIds;
import fr.preau.api.directory.Directory;
import fr.preau.api.files.FileStore;
import fr.preau.api.route.Caller;
import fr.preau.api.route.Refusal;
import fr.preau.api.route.Violations;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From « c’est à moi » to the owner who has it again. */
public final class Returning {

    private static final int MOST_CLAIMS = 50;

    private final EntityManager entities;
    private final Directory directory;
    private final Settled settled;
    private final NewIds ids;
    private final Clock clock;

    public Returning(
            EntityManager entities, Directory directory, FileStore files, NewIds ids, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.settled = new Settled(files);
        this.ids = ids;
        this.clock = clock;
    }

    /** Says that an item is theirs; a second time changes nothing. */
    void claim(Caller caller, @Nullable UUID id) {
        FoundItem item = waiting(caller, id);
        List<Claim> claims = claims(item.id());
        boolean again = claims.stream().anyMatch(c -> c.person().equals(caller.person()));
        if (!again && claims.size() < MOST_CLAIMS) {
            entities.persist(new Claim(ids.next(), item.id(), caller.person(), clock.instant()));
        }
    }

    /** The staff hand it over. */
    void handOver(Caller caller, @Nullable UUID id, String name) {
        settled.byReturn(waiting(caller, id), name, clock.instant());
    }

    ReturnPage page(@Nullable UUID id) {
        FoundItem item = id == null ? null : entities.find(FoundItem.class, id);
        if (item == null) {
            throw Refusal.notFound();
        }
        return new ReturnPage(
                item.id(),
                item.what(),
                item.place(),
                item.foundOn(),
                item.photo().isPresent(),
                item.fate(),
                item.returnedTo(),
                item.settledAt().orElse(null),
                claimants(item.id()),
                Violations.none());
    }

    /** Those who have left the collège since are not named any more. */
    private List<ReturnPage.Claimant> claimants(UUID item) {
        List<Claim> claims = claims(item);
        Map<PersonId, Person> people =
                directory.persons(claims.stream().map(Claim::person).toList());
        return claims.stream()
                .filter(claim -> people.containsKey(claim.person()))
                .map(
                        claim ->
                                new ReturnPage.Claimant(
                                        people.get(claim.person()).displayName(),
                                        claim.claimedAt()))
                .toList();
    }

    private List<Claim> claims(UUID item) {
        return entities.createNamedQuery("Claim.ofItem", Claim.class)
                .setParameter("item", item)
                .setMaxResults(MOST_CLAIMS)
                .getResultList();
    }

    /** Locked, so that nobody is told « c’est noté » for what is handed over at this moment. */
    private FoundItem waiting(Caller caller, @Nullable UUID id) {
        FoundItem item =
                id == null
                        ? null
                        : entities.find(FoundItem.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (item == null) {
            throw Refusal.notFound();
        }
        if (!item.isWaiting()) {
            throw new Refusal(
                    409,
                    "item-is-gone",
                    Words.of("refusal.gone.title"),
                    Words.to(caller.profile(), "refusal.gone.detail"));
        }
        return item;
    }
}
