package fr.preau.communication.calendar;

import fr.preau.api.directory.Directory;
import fr.preau.api.route.Refusal;
import fr.preau.api.school.Child;
import fr.preau.api.school.College;
import fr.preau.api.school.Person;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The secret addresses of people's calendars, and what these answer. */
final class Feeds {

    private final EntityManager entities;
    private final Directory directory;
    private final FeedContent content;
    private final FeedPace pace;
    private final Clock clock;

    Feeds(EntityManager entities, Directory directory, FeedContent content, Clock clock) {
        this.entities = entities;
        this.directory = directory;
        this.content = content;
        this.pace = new FeedPace(clock);
        this.clock = clock;
    }

    /** The address of somebody, if they have one. */
    Optional<FeedAddress> of(PersonId owner) {
        return Optional.ofNullable(entities.find(FeedAddress.class, owner.value()));
    }

    /** Gives somebody a new address; the one before is dead with this. */
    FeedSecret renew(PersonId owner) {
        FeedSecret secret = FeedSecret.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        FeedAddress address = entities.find(FeedAddress.class, owner.value());
        if (address == null) {
            entities.persist(new FeedAddress(owner, secret, now));
        } else {
            address.renew(secret, now);
        }
        return secret;
    }

    /** Somebody has no address any more. */
    void end(PersonId owner) {
        entities.createNamedQuery("FeedAddress.deleteOf")
                .setParameter("person", owner.value())
                .executeUpdate();
    }

    /**
     * What the address with this secret answers. One that never was, one that is dead and one whose
     * owner has left are the same: there is no such page.
     */
    byte[] answer(FeedSecret secret, College college) {
        String hash = secret.hash();
        pace.require(hash);
        PersonId owner =
                entities.createNamedQuery("FeedAddress.ofSecret", FeedAddress.class)
                        .setParameter("hash", hash)
                        .getResultStream()
                        .findFirst()
                        .map(FeedAddress::owner)
                        .orElseThrow(Refusal::notFound);
        Person person = directory.persons(List.of(owner)).get(owner);
        if (person == null) {
            throw Refusal.notFound();
        }
        return content.of(viewer(person), college.name());
    }

    /** As the owner is known today; a guardian without a child here has nothing to see. */
    private Viewer viewer(Person person) {
        List<Child> children =
                person.profile() == Profile.GUARDIAN
                        ? directory.childrenOf(person.id())
                        : List.of();
        if (person.profile() == Profile.GUARDIAN && children.isEmpty()) {
            throw Refusal.notFound();
        }
        return Viewer.of(
                person.id(), person.profile(), !person.functions().isEmpty(), directory, children);
    }
}
