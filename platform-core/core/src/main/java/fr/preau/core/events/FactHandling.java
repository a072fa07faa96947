package fr.preau.core.events;

import fr.preau.api.event.Asked;
import fr.preau.api.event.Delivery;
import fr.preau.api.event.Errand;
import fr.preau.api.event.Listener;
import fr.preau.api.school.Uai;
import fr.preau.api.web.WebRequest;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** Has a fact handled for which a server outside was asked. */
    interface Answered {
        void handle(Uai college, String module, DueFact due, Asked asked);
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

    /** How long a server outside has, and its answer after it; then it is asked again. */
    private static final Duration ASKED = Duration.ofMinutes(1);

    private final UnitsOfWork units;
    private final ModuleCalls calls;
    private final Post post;
    private final Errands errands;
    private final Answered answered;
    private final Clock clock;

    /**
     * @param answered told, on another thread, what came of asking for a fact
     */
    FactHandling(
            UnitsOfWork units,
            ModuleCalls calls,
            Post post,
            Errands errands,
            Answered answered,
            Clock clock) {
        this.units = units;
        this.calls = calls;
        this.post = post;
        this.errands = errands;
        this.answered = answered;
        this.clock = clock;
    }

    Outcome handle(Uai college, String module, DueFact due) throws InterruptedException {
        if (Post.isPost(module)) {
            return bring(college, module, due);
        }
        return handle(college, module, due, null);
    }

    /**
     * @param asked what came of asking outside; null as long as nobody was asked
     */
    Outcome handle(Uai college, String module, DueFact due, @Nullable Asked asked)
            throws InterruptedException {
        try {
            Optional<Outcome> outcome =
                    calls.call(
                            college,
                            module,
                            CallKind.LISTENER,
                            contract -> heard(college, contract, due, asked));
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

    private Outcome bring(Uai college, String place, DueFact due) {
        try {
            post.bring(college, place, due.fact());
        } catch (NoConnection e) {
            throw e;
        } catch (RuntimeException e) {
            return failed(college, place, due, e);
        }
        note(college, inbox -> inbox.drop(place, due.seq()));
        return Outcome.DONE;
    }

    /** Empty when this version does not listen to it. */
    private Optional<Outcome> heard(
            Uai college, ModuleContract contract, DueFact due, @Nullable Asked asked) {
        return contract.listener(due.fact().name())
                .map(listener -> hand(college, contract, listener, due, asked));
    }

    private <F extends Record> Outcome hand(
            Uai college,
            ModuleContract contract,
            Listener<F> listener,
            DueFact due,
            @Nullable Asked asked) {
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
                        due.fact().subject(),
                        Objects.requireNonNullElse(due.fact().origin(), college));
        Errand<F> errand = listener.errand();
        if (errand != null && asked == null) {
            return ask(college, contract.id(), due, errand, delivery, fact);
        }
        Listener.Handler<F> handler =
                errand == null || asked == null
                        ? listener.handler()
                        : (heard, about) -> errand.handler().handle(heard, about, asked);
        return units.write(
                DatabaseSpace.of(college),
                unit -> takeAndHand(unit, contract.id(), due.seq(), handler, delivery, fact));
    }

    private <F extends Record> Outcome ask(
            Uai college, String module, DueFact due, Errand<F> errand, Delivery delivery, F fact) {
        if (!errands.hasRoom(module)) {
            return Outcome.BUSY;
        }
        WebRequest request =
                units.read(DatabaseSpace.of(college), unit -> question(errand, delivery, fact));
        Instant now = clock.instant();
        boolean mine =
                units.write(
                        DatabaseSpace.of(college),
                        unit ->
                                new Inbox(unit.connection())
                                        .lease(module, due.seq(), now, now.plus(ASKED)));
        if (!mine) {
            return Outcome.BUSY;
        }
        errands.begin(module, request, asked -> answered.handle(college, module, due, asked));
        return Outcome.LATER;
    }

    private static <F extends Record> WebRequest question(
            Errand<F> errand, Delivery delivery, F fact) {
        try {
            return errand.question().of(delivery, fact);
        } catch (Exception e) {
            throw new Threw(e);
        }
    }

    private static <F extends Record> Outcome takeAndHand(
            UnitOfWork unit,
            String module,
            long seq,
            Listener.Handler<F> handler,
            Delivery delivery,
            F fact)
            throws SQLException {
        Inbox.Take take = new Inbox(unit.connection()).take(module, seq);
        if (take != Inbox.Take.TAKEN) {
            return take == Inbox.Take.BUSY ? Outcome.BUSY : Outcome.DONE;
        }
        try {
            handler.handle(delivery, fact);
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
