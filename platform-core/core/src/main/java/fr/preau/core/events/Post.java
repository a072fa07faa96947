package fr.preau.core.events;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.util.function.Consumer;

/**
 * Brings facts from the place where they were published to the one that they were sent to.
 *
 * <p>In the list of their own place they wait under a name that no module has, one for each place
 * that they go to: so they keep their order, and are tried again, as those of a module. No
 * transaction knows both places. What has arrived is known there by its identity, so it arrives
 * once, whatever crashes in between.
 */
final class Post {

    private static final String SIGN = "@";

    private final UnitsOfWork units;
    private final Consumer<Uai> wake;

    /**
     * @param wake told of a place after each commit that brought something there
     */
    Post(UnitsOfWork units, Consumer<Uai> wake) {
        this.units = units;
        this.wake = wake;
    }

    /** Under what the facts wait that go to a place. */
    static String to(Uai place) {
        return SIGN + place.value();
    }

    /** Whether what waits under this name goes to another place. */
    static boolean isPost(String name) {
        return name.startsWith(SIGN);
    }

    /** Puts a fact into the outbox of the place that it goes to, unless it is there. */
    void bring(Uai from, String name, PublishedFact fact) {
        DatabaseSpace there = DatabaseSpace.of(new Uai(name.substring(SIGN.length())));
        units.write(
                there,
                unit -> {
                    boolean arrived =
                            !unit.query(
                                            "SELECT seq FROM core_event WHERE id = ?",
                                            row -> row.getLong(1),
                                            fact.id().toString())
                                    .isEmpty();
                    if (!arrived) {
                        FactsOfUnit.of(unit, wake).add(fact.from(from));
                    }
                    return arrived;
                });
    }
}
