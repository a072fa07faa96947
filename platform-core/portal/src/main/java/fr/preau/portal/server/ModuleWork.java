package fr.preau.portal.server;

import fr.preau.core.contracts.OpenModules;
import fr.preau.core.events.DeliveryLoop;
import fr.preau.core.events.EventCleaning;
import fr.preau.core.events.HostFacts;
import fr.preau.core.events.Outbox;
import fr.preau.core.events.Subscriptions;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.jobs.ModuleJobs;
import fr.preau.core.node.ModuleParts;
import fr.preau.core.notices.NoticeCleaning;
import fr.preau.core.services.ServiceCalls;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/** What modules do for each other and by themselves: facts, services, jobs, tasks. */
final class ModuleWork implements AutoCloseable {

    /** So many servers outside are waited for at a time. */
    private static final int ERRANDS = 24;

    private final ExecutorService errands;
    private final DeliveryLoop loop;
    private final Subscriptions subscriptions;
    private final EventCleaning cleaning;
    private final NoticeCleaning told;
    private final ModuleJobs jobs;
    private final HostFacts facts;

    ModuleWork(
            ModuleParts parts,
            UnitsOfWork units,
            Function<String, Set<String>> desiredToHear,
            Clock clock,
            Supplier<UUID> ids,
            ScheduledExecutorService executor,
            ThreadFactory threads,
            Settings settings) {
        OpenModules open = parts.open();
        WorkTurns turns = new WorkTurns(executor, settings.connectionsBehind());
        this.errands = Executors.newFixedThreadPool(ERRANDS, threads);
        this.loop =
                new DeliveryLoop(
                        units,
                        open,
                        parts.gated(),
                        clock,
                        executor,
                        turns,
                        parts.outside(),
                        errands);
        this.subscriptions = new Subscriptions(units, open, desiredToHear, clock, loop::wake);
        this.cleaning =
                new EventCleaning(units, open, new JobLeases(units, clock, settings.node()), clock);
        this.told =
                new NoticeCleaning(
                        units, open, new JobLeases(units, clock, settings.node()), clock);
        this.jobs = new ModuleJobs(units, open, parts.gated(), clock, turns, settings.node());
        Outbox outbox = new Outbox(units, clock, ids, loop::wake);
        this.facts = new HostFacts(units, outbox);
        parts.offerWork(outbox, turns, new ServiceCalls(units, open, parts.gated()));
    }

    /** What the host itself tells modules. */
    HostFacts facts() {
        return facts;
    }

    /** When modules run for the first time. */
    void begin() {
        subscriptions.refresh();
        loop.start();
    }

    /** Who hears what now; to be repeated every second. */
    void refresh() {
        subscriptions.refresh();
    }

    /** Begins the jobs that are due; to be repeated every few seconds. */
    void lookForJobs() {
        jobs.look();
    }

    /** Takes away what is done with; to be repeated every hour or so. */
    void clean() {
        cleaning.clean();
        told.clean();
    }

    @Override
    public void close() {
        loop.close();
        errands.shutdownNow();
    }
}
