package fr.preau.portal.dispatch;

import fr.preau.api.agenda.Elsewhere;
import fr.preau.api.agenda.Engagement;
import fr.preau.api.agenda.Engagements;
import fr.preau.api.school.Uai;
import fr.preau.core.identity.Membership;
import fr.preau.core.identity.SignedIn;
import fr.preau.core.modules.ModuleGate;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.PluginFault;
import fr.preau.core.plugins.gate.CallGate;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.Tenant;
import fr.preau.core.tenancy.Tenants;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody has to do at their other collèges, asked of the same module there.
 *
 * <p>Each collège is read in a unit of work of its own, on a thread of its own, as the person that
 * the caller is there: no connection ever sees two collèges. Whoever does not answer soon is left
 * out, and the answer says so.
 */
public final class OtherColleges {

    private static final Logger LOG = LoggerFactory.getLogger(OtherColleges.class);

    /** A page waits for it, and the unit of work of its collège is open meanwhile. */
    private static final Duration PATIENCE = Duration.ofMillis(800);

    /** Between an answer and the count of its statements, in milliseconds. */
    private static final long GRACE = 50;

    /** More than anybody can come to. */
    private static final int MOST = 200;

    private final Tenants tenants;
    private final ModuleGate gate;
    private final CallGate calls;
    private final UnitsOfWork units;
    private final ExecutorService readers;

    /**
     * @param readers threads for reading collèges
     */
    public OtherColleges(
            Tenants tenants,
            ModuleGate gate,
            CallGate calls,
            UnitsOfWork units,
            ExecutorService readers) {
        this.tenants = tenants;
        this.gate = gate;
        this.calls = calls;
        this.units = units;
        this.readers = readers;
    }

    Elsewhere of(SignedIn person, Uai here, String module, Instant from, Instant until) {
        List<Asked> asked = new ArrayList<>();
        boolean complete = true;
        for (Membership membership : person.memberships()) {
            if (!membership.uai().equals(here)) {
                Tenant tenant = tenants.byUai(membership.uai()).filter(Tenant::isOpen).orElse(null);
                if (tenant != null) {
                    complete &= begin(asked, new Asked(tenant, membership, module, from, until));
                }
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Engagement> engagements = new ArrayList<>();
        for (Asked each : asked) {
            List<Engagement> there = each.await(end);
            complete &= there != null;
            if (there != null) {
                engagements.addAll(there);
            }
        }
        return new Elsewhere(engagements, complete);
    }

    private boolean begin(List<Asked> asked, Asked one) {
        try {
            one.thread = readers.submit(one);
            asked.add(one);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** One collège while it is asked. */
    private final class Asked implements Runnable {

        private final Tenant tenant;
        private final Membership membership;
        private final String module;
        private final Instant from;
        private final Instant until;
        private final CompletableFuture<List<Engagement>> answer = new CompletableFuture<>();
        private final CompletableFuture<Integer> statements = new CompletableFuture<>();
        private @Nullable Future<?> thread;
        private @Nullable UnitOfWork unit;
        private boolean givenUp;

        Asked(Tenant tenant, Membership membership, String module, Instant from, Instant until) {
            this.tenant = tenant;
            this.membership = membership;
            this.module = module;
            this.from = from;
            this.until = until;
        }

        @Override
        public void run() {
            statements.complete(StatementTally.of(this::ask));
        }

        private void ask() {
            try {
                answer.complete(
                        gate.call(tenant.college().uai(), module, this::ask).orElse(List.of()));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
                PluginFault.rethrowIfTheNodeIsBroken(e);
            }
        }

        private List<Engagement> ask(LivePlugin plugin) {
            Engagements engagements = plugin.contract().engagements().orElse(null);
            if (engagements == null
                    || !plugin.manifest().profiles().contains(membership.profile())) {
                return List.of();
            }
            calls.requireAdmitted(plugin, tenant.college().uai());
            return units.read(
                    tenant.space(),
                    work -> {
                        begin(work);
                        return engagements
                                .of(tenant.college(), membership.person(), from, until)
                                .stream()
                                .limit(MOST)
                                .toList();
                    });
        }

        private synchronized void begin(UnitOfWork work) {
            if (givenUp) {
                throw new IllegalStateException("nobody waits any more");
            }
            unit = work;
        }

        /** What it answered, or null when it did not in time. */
        @Nullable List<Engagement> await(long end) {
            try {
                long left = Math.max(0, end - System.nanoTime());
                List<Engagement> there = answer.get(left, TimeUnit.NANOSECONDS);
                StatementTally.include(statements.get(GRACE, TimeUnit.MILLISECONDS));
                return there;
            } catch (TimeoutException e) {
                giveUp();
            } catch (InterruptedException e) {
                giveUp();
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.warn(
                        "{} at {} can't say what people have to do there",
                        module,
                        tenant.college().slug(),
                        e.getCause());
            }
            return null;
        }

        private synchronized void giveUp() {
            givenUp = true;
            if (unit != null) {
                unit.abandon();
            }
            if (thread != null) {
                thread.cancel(true);
            }
        }
    }
}
