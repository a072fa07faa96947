package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes the facts that are published in the unit of work of this thread. */
public final class Outbox {

    private final UnitsOfWork units;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Consumer<Uai> wake;

    /**
     * @param wake told of a collège after each commit that published something there; it must
     *     return at once
     */
    public Outbox(UnitsOfWork units, Clock clock, Supplier<UUID> ids, Consumer<Uai> wake) {
        this.units = units;
        this.clock = clock;
        this.ids = ids;
        this.wake = wake;
    }

    void put(String name, String publisher, String subject, String body) {
        facts().add(published(name, publisher, subject, body));
    }

    /** Puts a fact here that goes to another place. */
    void send(Uai place, String name, String publisher, String subject, String body) {
        if (place.equals(here())) {
            put(name, publisher, subject, body);
        } else {
            facts().send(published(name, publisher, subject, body), place);
        }
    }

    /** Where the work of this thread is. */
    Uai here() {
        return units.current().space().uai();
    }

    private FactsOfUnit facts() {
        return FactsOfUnit.of(units.current(), wake);
    }

    private PublishedFact published(String name, String publisher, String subject, String body) {
        return new PublishedFact(ids.get(), name, publisher, subject, body, clock.instant(), null);
    }
}
