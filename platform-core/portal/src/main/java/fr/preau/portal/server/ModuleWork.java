package fr.preau.portal.server;

import fr.preau.api.event.Events;
import fr.preau.api.service.Services;
import fr.preau.api.work.Tasks;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.events.DeliveryLoop;
import fr.preau.core.events.EventCleaning;
import fr.preau.core.events.ModuleEvents;
import fr.preau.core.events.Outbox;
import fr.preau.core.events.Subscriptions;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.jobs.ModuleJobs;
import fr.preau.core.modules.TasksOfModule;
import fr.preau.core.plugins.PluginHost;
import fr.preau.core.services.ModuleServices;
import fr.preau.core.services.ServiceCalls;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/** What modules do for each other and by themselves: facts, services, jobs, tasks. */
final class ModuleWork implements AutoCloseable {

    private final DeliveryLoop loop;
    private final Subscriptions subscriptions;
    private final EventCleaning cleaning;
    private final ModuleJobs jobs;

    ModuleWork(
            PluginHost host,
            UnitsOfWork units,
            OpenModules open,
            ModuleCalls calls,
            Function<String, Set<String>> desiredToHear,
            Clock clock,
            Supplier<UUID> ids,
            ScheduledExecutorService executor,
            Settings settings) {
        WorkTurns turns = new WorkTurns(executor, settings.connectionsBehind());
        this.loop = new DeliveryLoop(units, open, calls, clock, executor, turns);
        this.subscriptions = new Subscriptions(units, open, desiredToHear, clock, loop::wake);
        this.cleaning =
                new EventCleaning(units, open, new JobLeases(units, clock, settings.node()), clock);
        this.jobs = new ModuleJobs(units, open, calls, clock, turns, settings.node());
        Outbox outbox = new Outbox(units, clock, ids, loop::wake);
        ServiceCalls services = new ServiceCalls(units, open, calls);
        host.offerEach(Events.class, (words, json) -> new ModuleEvents(words, json, outbox));
        host.offerEach(Services.class, (words, json) -> new ModuleServices(words, json, services));
        host.offerEach(
                Tasks.class,
                (words, json) -> new TasksOfModule(words.id(), json, units, calls, turns));
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
    }

    @Override
    public void close() {
        loop.close();
    }
}
