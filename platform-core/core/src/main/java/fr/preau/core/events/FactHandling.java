package fr.preau.core.events;

import fr.preau.api.event.Delivery;
import fr.preau.api.event.Listener;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.FaultNote;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.Threw;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one fact to one module, in a unit of work that also takes it off the list: so it is handled
 * once, whatever crashes.
 */
final class FactHandling {

    /** What became of it. */
    enum Outcome {
        /** It is off the list. */
        DONE,
        /** It stays and is due later; what follows on its subject waits for it. */
        LATER,
        /** Somebody else is at it. */
        BUSY
    }

    /** Something on a row of the list. */
    private interface Note {
        void write(Inbox inbox) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(FactHandling.class);

    /** How long a module that does not answer just now is left alone. */
    private static final Duration CLOSED = Duration.ofSeconds(30);

    /**
     * How long a fact waits for a listener that this node's version does not have: while nodes
     * change to a new version one after the other, another one may have it.
     */
    private static final Duration UNHEARD = Duration.ofMinutes(10);

    private final UnitsOfWork units;
    private final ModuleCalls calls;
    private final Clock clock;

    FactHandling(UnitsOfWork units, ModuleCalls calls, Clock clock) {
        this.units = units;
        this.calls = calls;
        this.clock = clock;
    }

    Outcome handle(Uai college, String module, DueFact due) throws InterruptedException {
        try {
            Optional<Outcome> outcome =
                    calls.call(
                            college,
                            module,
                            CallKind.LISTENER,
                            contract -> heard(college, contract, due));
            return outcome.orElseGet(() -> unheard(college, module, due));
        } catch (ModuleClosed e) {
            LOG.debug("{} does not answer at {}", module, college, e);
            return putOff(college, module, due);
        } catch (InterruptedException | NoConnection e) {
            // Nothing of it was tried: it is no failure of the module's.
            throw e;
        } catch (Threw e) {
            return failed(college, module, due, e.thrown());
        } catch (Throwable e) {
            return failed(college, module, due, e);
        }
    }

    /** Empty when this version does not listen to it. */
    private Optional<Outcome> heard(Uai college, ModuleContract contract, DueFact due) {
        return contract.listener(due.fact().name())
                .map(listener -> hand(college, contract, listener, due));
    }

    private <F extends Record> Outcome hand(
            Uai college, ModuleContract contract, Listener<F> listener, DueFact due) {
        F fact = listener.type().cast(contract.json().read(due.fact().body(), listener.type()));
        if (fact == null) {
            throw new IllegalArgumentException("an empty fact");
        }
        Delivery delivery =
                new Delivery(
                        due.fact().id(),
                        due.fact().at(),
                        college,
                        due.fact().publisher(),
                        due.fact().subject());
        return units.write(
                DatabaseSpace.of(college),
                unit -> takeAndHand(unit, contract.id(), due.seq(), listener, delivery, fact));
    }

    private static <F extends Record> Outcome takeAndHand(
            UnitOfWork unit,
            String module,
            long seq,
            Listener<F> listener,
            Delivery delivery,
            F fact)
            throws SQLException {
        Inbox.Take take = new Inbox(unit.connection()).take(module, seq);
        if (take != Inbox.Take.TAKEN) {
            return take == Inbox.Take.BUSY ? Outcome.BUSY : Outcome.DONE;
        }
        try {
            listener.handler().handle(delivery, fact);
        } catch (Exception e) {
            throw new Threw(e);
        }
        return Outcome.DONE;
    }

    private Outcome unheard(Uai college, String module, DueFact due) {
        if (due.fact().at().plus(UNHEARD).isAfter(clock.instant())) {
            return putOff(college, module, due);
        }
        LOG.info("{} does not listen to {} any more", module, due.fact().name());
        note(college, inbox -> inbox.drop(module, due.seq()));
        return Outcome.DONE;
    }

    private Outcome putOff(Uai college, String module, DueFact due) {
        Instant later = clock.instant().plus(CLOSED);
        note(college, inbox -> inbox.putOff(module, due.seq(), later));
        return Outcome.LATER;
    }

    private Outcome failed(Uai college, String module, DueFact due, Throwable thrown) {
        String reason = FaultNote.of(thrown);
        Instant now = clock.instant();
        if (Retries.isLast(due.tries())) {
            LOG.error(
                    "{} could not handle {} at {}; it is set aside: {}",
                    module,
                    due.fact().name(),
                    college,
                    reason);
            note(college, inbox -> inbox.setAside(module, due.seq(), reason, now));
            return Outcome.DONE;
        }
        LOG.warn("{} could not handle {} at {}: {}", module, due.fact().name(), college, reason);
        Instant retry = now.plus(Retries.waitAfter(due.tries()));
        note(college, inbox -> inbox.failed(module, due.seq(), reason, retry));
        return Outcome.LATER;
    }

    private void note(Uai college, Note note) {
        units.write(
                DatabaseSpace.of(college),
                unit -> {
                    note.write(new Inbox(unit.connection()));
                    return true;
                });
    }
}
