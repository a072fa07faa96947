package org.example.lostandfound.items;

import fr.preau.api.privacy.ErasureReport;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the module keeps of a person: what they entered, and what they said is theirs.
 *
 * <p>To whom an item was returned is a name in words, which tells nobody who that was in the
 * directory; it is not found here.
 */
public final class KeptOfPerson implements PersonalData {

    /** Something the person entered. */
    public record EnteredItem(String what, String place) {}

    /** Something of which the person said that it is theirs. */
    public record ClaimedItem(String what, Instant at) {}

    private final EntityManager entities;

    public KeptOfPerson(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<? extends Record> export(PersonId person) {
        Stream<Record> entered =
                enteredBy(person).stream().map(item -> new EnteredItem(item.what(), item.place()));
        Stream<Record> claimed =
                claimsOf(person).stream()
                        .map(claim -> new ClaimedItem(what(claim), claim.claimedAt()));
        return Stream.concat(entered, claimed).toList();
    }

    /** The items stay, for others have lost them; who entered them is forgotten. */
    @Override
    public ErasureReport erase(PersonId person) {
        List<Claim> claims = claimsOf(person);
        claims.forEach(entities::remove);
        List<FoundItem> entered = enteredBy(person);
        entered.forEach(FoundItem::forgetWhoEnteredIt);
        return new ErasureReport(claims.size(), entered.size(), List.of());
    }

    private String what(Claim claim) {
        return entities.find(FoundItem.class, claim.item()).what();
    }

    private List<FoundItem> enteredBy(PersonId person) {
        return entities.createNamedQuery("FoundItem.enteredBy", FoundItem.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    private List<Claim> claimsOf(PersonId person) {
        return entities.createNamedQuery("Claim.allOfPerson", Claim.class)
                .setParameter("person", person.value())
                .getResultList();
    }
}
