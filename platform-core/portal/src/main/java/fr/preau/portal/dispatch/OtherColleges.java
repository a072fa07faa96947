package fr.preau.portal.dispatch;

import fr.preau.api.agenda.Elsewhere;
import fr.preau.api.agenda.Engagement;
import fr.preau.api.agenda.Engagements;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.Family;
import fr.preau.api.directory.FamilyChild;
import fr.preau.api.plugin.Permission;
import fr.preau.api.school.College;
import fr.preau.api.school.Profile;
import fr.preau.api.school.Uai;
import fr.preau.api.search.Finding;
import fr.preau.api.search.FoundElsewhere;
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
import java.util.Set;
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
 * What there is to know of somebody at their other collèges, asked of the same module there.
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

    /** What a module must have been granted to know who belongs to whom. */
    private static final Set<Permission> KNOWS_FAMILIES =
            Set.of(Permission.DIRECTORY_READ, Permission.DIRECTORY_GUARDIANS_READ);

    private final Tenants tenants;
    private final ModuleGate gate;
    private final CallGate calls;
    private final UnitsOfWork units;
    private final Directory directory;
    private final ExecutorService readers;

    /**
     * @param readers threads for reading collèges
     */
    public OtherColleges(
            Tenants tenants,
            ModuleGate gate,
            CallGate calls,
            UnitsOfWork units,
            Directory directory,
            ExecutorService readers) {
        this.tenants = tenants;
        this.gate = gate;
        this.calls = calls;
        this.units = units;
        this.directory = directory;
        this.readers = readers;
    }

    /** What somebody has to do elsewhere than here. */
    Elsewhere engagements(SignedIn person, Uai here, String module, Instant from, Instant until) {
        Gathered<Engagement> gathered =
                gather(
                        person,
                        here,
                        module,
                        (plugin, tenant, membership) ->
                                engagements(plugin)
                                        .of(tenant.college(), membership.person(), from, until));
        return new Elsewhere(gathered.answers, gathered.complete);
    }

    private static Engagements engagements(LivePlugin plugin) {
        return plugin.contract().engagements().orElse((college, person, from, until) -> List.of());
    }

    /** What somebody finds elsewhere than here. */
    FoundElsewhere find(SignedIn person, Uai here, String module, String words) {
        Gathered<FoundElsewhere.Line> gathered =
                gather(
                        person,
                        here,
                        module,
                        (plugin, tenant, membership) ->
                                plugin
                                        .contract()
                                        .search()
                                        .orElse((college, who, what) -> List.of())
                                        .find(tenant.college(), membership.person(), words)
                                        .stream()
                                        .map(found -> line(tenant.college(), module, found))
                                        .toList());
        return new FoundElsewhere(gathered.answers, gathered.complete);
    }

    private static FoundElsewhere.Line line(College college, String module, Finding found) {
        return new FoundElsewhere.Line(college, found, CollegeAddresses.base(college, module));
    }

    /** A guardian's children at all collèges. */
    Family family(SignedIn person, Uai here, String module) {
        Gathered<FamilyChild> gathered =
                gather(
                        person,
                        here,
                        module,
                        (plugin, tenant, membership) ->
                                membership.profile() == Profile.GUARDIAN
                                                && plugin.granted().containsAll(KNOWS_FAMILIES)
                                        ? children(tenant, membership)
                                        : List.of());
        return new Family(gathered.answers, gathered.complete);
    }

    private List<FamilyChild> children(Tenant tenant, Membership membership) {
        return directory.childrenOf(membership.person()).stream()
                .map(child -> new FamilyChild(tenant.college(), membership.person(), child))
                .toList();
    }

    /** What is asked at one collège, in a unit of work there that only reads. */
    private interface Question<T> {
        List<T> ask(LivePlugin plugin, Tenant tenant, Membership membership);
    }

    /**
     * @param complete whether all have answered
     */
    private record Gathered<T>(List<T> answers, boolean complete) {}

    private <T> Gathered<T> gather(SignedIn person, Uai here, String module, Question<T> question) {
        List<Asked<T>> asked = new ArrayList<>();
        boolean complete = true;
        for (Membership membership : person.memberships()) {
            if (!membership.uai().equals(here)) {
                Tenant tenant = tenants.byUai(membership.uai()).filter(Tenant::isOpen).orElse(null);
                if (tenant != null) {
                    complete &= begin(asked, new Asked<>(tenant, membership, module, question));
                }
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<T> answers = new ArrayList<>();
        for (Asked<T> each : asked) {
            List<T> there = each.await(end);
            complete &= there != null;
            if (there != null) {
                answers.addAll(there);
            }
        }
        return new Gathered<>(answers, complete);
    }

    private <T> boolean begin(List<Asked<T>> asked, Asked<T> one) {
        try {
            one.thread = readers.submit(one);
            asked.add(one);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** One collège while it is asked. */
    private final class Asked<T> implements Runnable {

        private final Tenant tenant;
        private final Membership membership;
        private final String module;
        private final Question<T> question;
        private final CompletableFuture<List<T>> answer = new CompletableFuture<>();
        private final CompletableFuture<Integer> statements = new CompletableFuture<>();
        private @Nullable Future<?> thread;
        private @Nullable UnitOfWork unit;
        private boolean givenUp;

        Asked(Tenant tenant, Membership membership, String module, Question<T> question) {
            this.tenant = tenant;
            this.membership = membership;
            this.module = module;
            this.question = question;
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

        private List<T> ask(LivePlugin plugin) {
            if (!plugin.atColleges().declared().profiles().contains(membership.profile())) {
                return List.of();
            }
            calls.requireAdmitted(plugin, tenant.college().uai());
            return units.read(
                    tenant.space(),
                    work -> {
                        begin(work);
                        return question.ask(plugin, tenant, membership).stream()
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
        @Nullable List<T> await(long end) {
            try {
                long left = Math.max(0, end - System.nanoTime());
                List<T> there = answer.get(left, TimeUnit.NANOSECONDS);
                StatementTally.include(statements.get(GRACE, TimeUnit.MILLISECONDS));
                return there;
            } catch (TimeoutException e) {
                giveUp();
            } catch (InterruptedException e) {
                giveUp();
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.warn(
                        "{} at {} can't be asked about its people",
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
