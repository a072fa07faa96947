package fr.preau.core.plugins.gate;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginFault;
import fr.preau.core.plugins.gate.ModuleUnavailable.Reason;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.StatementTally;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls into modules: each on a thread of the module's own, with a budget of time and of memory,
 * counted and measured. What fails repeatedly is left alone, then quarantined.
 */
public final class CallGate {

    private static final Logger LOG = LoggerFactory.getLogger(CallGate.class);

    /** What one call may allocate, in bytes; a page takes some hundred thousand. */
    private static final long MOST_MEMORY = 400L * 1024 * 1024;

    /** How often a call that lasts is looked at. */
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long a call that was given up may take to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ModuleCircuits circuits;
    private final ModuleMeter meter;
    private final ModuleQuarantine quarantine;
    private final Captives captives;

    public CallGate(ModuleCircuits circuits, ModuleMeter meter, ModuleQuarantine quarantine) {
        this.circuits = circuits;
        this.meter = meter;
        this.quarantine = quarantine;
        this.captives = new Captives(quarantine, PATIENCE);
    }

    /** The same within the usual time for this kind. */
    public <T> T call(LivePlugin plugin, Uai uai, CallKind kind, Supplier<T> work) {
        return call(plugin, uai, kind, kind.budget(), work);
    }

    /**
     * Does work in which the module's code runs.
     *
     * @param budget after so long it is given up; only that of the kind says that the module is
     *     slow
     * @throws ModuleUnavailable when the module can't be called, or was given up
     * @throws RuntimeException what the work threw
     */
    public <T> T call(
            LivePlugin plugin, Uai uai, CallKind kind, Duration budget, Supplier<T> work) {
        requireCallable(plugin, uai, kind);
        GatedCall<T> call = new GatedCall<>(work);
        long start = System.nanoTime();
        try {
            plugin.threads().start(call);
        } catch (RejectedExecutionException e) {
            circuits.undecided(plugin, uai, kind);
            throw new ModuleUnavailable(plugin.id(), Reason.BUSY);
        }
        Outcome outcome = Outcome.ANSWERED;
        try {
            return answer(plugin, call, start + budget.toNanos());
        } catch (ModuleUnavailable unavailable) {
            outcome = outcome(unavailable.reason(), kind, call, budget);
            throw unavailable;
        } catch (NoConnection none) {
            outcome = Outcome.NOT_BEGUN;
            throw none;
        } catch (Refusal refused) {
            // An answer like any other.
            throw refused;
        } catch (RuntimeException | Error failed) {
            PluginFault.rethrowIfTheNodeIsBroken(failed);
            outcome = Outcome.FAILED;
            throw failed;
        } finally {
            ended(plugin, uai, kind, call, outcome, System.nanoTime() - start);
        }
    }

    /** How a call ended. */
    private enum Outcome {
        ANSWERED,
        FAILED,
        LATE,
        /** Late as well, but most of its time it waited for the node. */
        KEPT_WAITING,
        /** Late for who asked, who had less time than the kind of call allows. */
        HURRIED,
        NOT_BEGUN
    }

    /** The work may still go on. */
    private static final Set<Outcome> GIVEN_UP =
            EnumSet.of(Outcome.LATE, Outcome.KEPT_WAITING, Outcome.HURRIED);

    private static Outcome outcome(
            Reason reason, CallKind kind, GatedCall<?> call, Duration budget) {
        if (reason == Reason.BUSY) {
            return Outcome.NOT_BEGUN;
        }
        if (reason == Reason.LATE && budget.compareTo(kind.budget()) < 0) {
            return Outcome.HURRIED;
        }
        return call.waited() > budget.toNanos() / 2 ? Outcome.KEPT_WAITING : Outcome.LATE;
    }

    /** Refuses a module that is in quarantine at a collège. */
    public void requireAdmitted(LivePlugin plugin, Uai uai) {
        if (quarantine.holds(uai, plugin)) {
            throw new ModuleUnavailable(plugin.id(), Reason.QUARANTINED);
        }
    }

    private void requireCallable(LivePlugin plugin, Uai uai, CallKind kind) {
        requireAdmitted(plugin, uai);
        if (!circuits.mayCall(plugin, uai, kind)) {
            throw new ModuleUnavailable(plugin.id(), Reason.RESTING);
        }
    }

    private <T> T answer(LivePlugin plugin, GatedCall<T> call, long until) {
        try {
            while (true) {
                long left = until - System.nanoTime();
                try {
                    return call.await(Math.max(1, Math.min(left, LOOK)));
                } catch (TimeoutException e) {
                    if (call.allocated() > MOST_MEMORY) {
                        throw given(plugin, call, Reason.GREEDY);
                    }
                    if (left <= LOOK) {
                        throw given(plugin, call, call.isAtWork() ? Reason.LATE : Reason.BUSY);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw given(plugin, call, Reason.BUSY);
        }
    }

    private static ModuleUnavailable given(LivePlugin plugin, GatedCall<?> call, Reason reason) {
        LOG.warn("module {} was given up ({}) at {}", plugin.id(), reason, call.where());
        call.giveUp();
        plugin.threads().forget(call);
        return new ModuleUnavailable(plugin.id(), reason);
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure
                ? failure
                : new IllegalStateException(cause);
    }

    private void ended(
            LivePlugin plugin,
            Uai uai,
            CallKind kind,
            GatedCall<?> call,
            Outcome outcome,
            long nanos) {
        StatementTally.include(call.statements());
        meter.count(
                uai,
                plugin.id(),
                outcome == Outcome.FAILED,
                outcome == Outcome.LATE || outcome == Outcome.HURRIED,
                nanos,
                call.statements(),
                call.allocated());
        switch (outcome) {
            case ANSWERED -> circuits.answered(plugin, uai, kind, nanos);
            case FAILED -> circuits.failed(plugin, uai, kind, nanos, HostReason.FAILED_AGAIN);
            case LATE -> circuits.failed(plugin, uai, kind, nanos, HostReason.LATE_AGAIN);
            case KEPT_WAITING, HURRIED, NOT_BEGUN -> circuits.undecided(plugin, uai, kind);
        }
        if (GIVEN_UP.contains(outcome)) {
            captives.watch(plugin, uai, call);
        }
    }

    /**
     * Looks after the calls that were given up, and forgets the versions that are gone; to be
     * repeated every second or so.
     *
     * @param releases those of which a version is in memory
     */
    public void lookAfter(Set<String> releases) {
        captives.lookAgain();
        circuits.forgetAllBut(releases);
    }
}
