package fr.preau.core.events;

import fr.preau.api.event.Asked;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hands the facts that wait to one module at one collège, in order; those that go to another place
 * wait like those of a module.
 *
 * <p>Several nodes may do this at the same time for the same module: the row of a fact that one of
 * them handles is locked, and the others leave its subject alone.
 */
final class Delivering {

    /** How long to leave alone what somebody else is at. */
    private static final Duration BUSY = Duration.ofMillis(250);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** After so many times fifty facts other modules have their turn. */
    private static final int MOST_BATCHES = 4;

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final FactHandling handling;
    private final Clock clock;

    /**
     * @param wake told of a place after each commit that brought a fact there from another one
     * @param answered told, on another thread, what came of asking outside
     */
    Delivering(
            UnitsOfWork units,
            OpenModules modules,
            ModuleCalls calls,
            Clock clock,
            Consumer<Uai> wake,
            Errands errands,
            FactHandling.Answered answered) {
        this.units = units;
        this.modules = modules;
        this.handling =
                new FactHandling(units, calls, new Post(units, wake), errands, answered, clock);
        this.clock = clock;
    }

    /** The modules for which something lies at a collège, due or not. */
    List<String> modulesWaiting(Uai college) {
        return units.read(
                DatabaseSpace.of(college), unit -> new Inbox(unit.connection()).modules());
    }

    /**
     * Hands over what is due, as much as may be at one turn.
     *
     * @return how long until something is due again; empty when nothing is left, or the module does
     *     not answer here
     */
    Optional<Duration> deliver(Uai college, String module) throws InterruptedException {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (!Post.isPost(module) && modules.find(college, module).isEmpty()) {
                return Optional.empty();
            }
            List<DueFact> due = due(college, module);
            if (due.isEmpty()) {
                return untilNextTry(college, module);
            }
            if (handleAll(college, module, due)) {
                return Optional.of(BUSY);
            }
        }
        return Optional.of(Duration.ZERO);
    }

    /** Hands over a fact with what came of asking outside for it. */
    void handleAnswer(Uai college, String module, DueFact due, Asked asked)
            throws InterruptedException {
        handling.handle(college, module, due, asked);
    }

    private List<DueFact> due(Uai college, String module) {
        return units.read(
                DatabaseSpace.of(college),
                unit -> new Inbox(unit.connection()).due(module, clock.instant()));
    }

    private Optional<Duration> untilNextTry(Uai college, String module) {
        return units.read(
                        DatabaseSpace.of(college),
                        unit -> new Inbox(unit.connection()).nextTry(module))
                .map(at -> Duration.between(clock.instant(), at))
                // One that is due may be held back by an earlier one: looking at once would not
                // end.
                .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }

    /** Whether somebody else was at one of them. */
    private boolean handleAll(Uai college, String module, List<DueFact> due)
            throws InterruptedException {
        Set<String> heldBack = new HashSet<>();
        boolean busy = false;
        for (DueFact fact : due) {
            if (heldBack.contains(fact.fact().subject())) {
                continue;
            }
            FactHandling.Outcome outcome = handling.handle(college, module, fact);
            if (outcome != FactHandling.Outcome.DONE) {
                heldBack.add(fact.fact().subject());
            }
            busy |= outcome == FactHandling.Outcome.BUSY;
        }
        return busy;
    }
}
