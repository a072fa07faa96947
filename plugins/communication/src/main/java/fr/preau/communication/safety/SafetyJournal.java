package fr.preau.communication.safety;

import fr.preau.api.data.NewIds;
import fr.preau.api.page.PageOf;
import fr.preau.api.route.Caller;
import fr.preau.api.school.PersonId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who has done what at this collège to keep people safe, written in the transaction that does it.
 */
public final class SafetyJournal {

    private static final int LINES = 30;
    private static final int LONGEST = 500;
    private static final Duration KEPT = Duration.ofDays(365);

    private final EntityManager entities;
    private final NewIds ids;
    private final Clock clock;

    public SafetyJournal(EntityManager entities, NewIds ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One act as the journal shows it.
     *
     * @param actor empty for somebody whose data were erased
     */
    public record Line(Instant at, String actor, Act act, String detail) {}

    /**
     * @param detail what else is worth knowing, without the name of a person
     */
    public void write(Caller actor, Act act, String detail) {
        String kept = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
        entities.persist(
                new SafetyAct(ids.next(), now(), actor.person(), actor.displayName(), act, kept));
    }

    /** The latest first. */
    public PageOf<Line> page(int number) {
        List<SafetyAct> oneMore =
                entities.createNamedQuery("SafetyAct.newest", SafetyAct.class)
                        .setFirstResult((number - 1) * LINES)
                        .setMaxResults(LINES + 1)
                        .getResultList();
        return PageOf.from(oneMore.stream().map(SafetyJournal::line).toList(), number, LINES);
    }

    /** What somebody has done. */
    public List<Line> of(PersonId actor) {
        return entities.createNamedQuery("SafetyAct.ofActor", SafetyAct.class)
                .setParameter("person", actor.value())
                .getResultStream()
                .map(SafetyJournal::line)
                .toList();
    }

    /**
     * Takes somebody's name out of it.
     *
     * @return of how many acts
     */
    public int forget(PersonId actor) {
        return entities.createNamedQuery("SafetyAct.renameActor")
                .setParameter("person", actor.value())
                .setParameter("nobody", ids.next())
                .executeUpdate();
    }

    /** Acts that are older than the evidence they were about. */
    public void forgetOld() {
        entities.createNamedQuery("SafetyAct.forget")
                .setParameter("before", now().minus(KEPT))
                .executeUpdate();
    }

    private static Line line(SafetyAct act) {
        return new Line(act.at(), act.actorName(), act.act(), act.detail());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
