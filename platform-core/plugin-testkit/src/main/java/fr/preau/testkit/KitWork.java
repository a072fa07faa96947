package fr.preau.testkit;

import fr.preau.api.event.Events;
import fr.preau.api.event.Fact;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Uai;
import fr.preau.api.service.OfferedService;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.events.DeliveryLoop;
import fr.preau.core.events.ModuleEvents;
import fr.preau.core.events.Outbox;
import fr.preau.core.events.Subscriptions;
import fr.preau.core.jobs.ModuleJobs;
import fr.preau.core.node.ModuleParts;
import fr.preau.core.routes.RecordJson;
import fr.preau.core.services.ModuleServices;
import fr.preau.core.services.ServiceCalls;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Facts, services, jobs and tasks as in production, but done when a test says so. */
final class KitWork {

    /** So often others may come first, at most. */
    private static final int PASSES = 20;

    private final UnitsOfWork units;
    private final Clock clock;
    private final HandExecutor steps = new HandExecutor();
    private final WorkTurns turns = new WorkTurns(steps, 8);
    private final DeliveryLoop loop;
    private final Subscriptions subscriptions;
    private final ModuleJobs jobs;
    private final Outbox outbox;
    private final KitServices standIns;
    private final ServiceCalls services;

    KitWork(ModuleParts parts, UnitsOfWork units, Clock clock, Supplier<UUID> ids) {
        this.units = units;
        this.clock = clock;
        this.loop =
                new DeliveryLoop(
                        units,
                        parts.open(),
                        parts.gated(),
                        clock,
                        steps,
                        turns,
                        parts.outside(),
                        // At once: what a test leaves waiting would take the next one's place.
                        Runnable::run);
        this.subscriptions =
                new Subscriptions(units, parts.open(), module -> Set.of(), clock, loop::wake);
        this.jobs = new ModuleJobs(units, parts.open(), parts.gated(), clock, turns, "kit");
        this.outbox = new Outbox(units, clock, ids, loop::wake);
        this.standIns = new KitServices(parts.open(), parts.gated());
        this.services = new ServiceCalls(units, standIns, standIns);
        parts.offerWork(outbox, turns, services);
    }

    /** Who hears what, once modules have been switched. */
    void refresh() {
        subscriptions.refresh();
    }

    void beginAfresh() {
        steps.forget();
        standIns.clear();
        turns.beginAfresh();
    }

    /** Stands in for a service of another module. */
    void offer(OfferedService<?> service) {
        standIns.add(service);
    }

    /** Publishes a fact as its module would. */
    void publish(Uai college, Record fact, String subject) {
        publish(college, fact, events -> events.publish(fact, subject));
    }

    /** Publishes a fact at one place for another one, as its module would. */
    void publish(Uai from, Uai to, Record fact, String subject) {
        publish(from, fact, events -> events.publishAt(to, fact, subject));
    }

    private void publish(Uai from, Record fact, Consumer<Events> telling) {
        Fact name = fact.getClass().getAnnotation(Fact.class);
        if (name == null) {
            throw new KitFailure(fact.getClass().getName() + " has no @Fact");
        }
        ModuleWords publisher =
                new ModuleWords(
                        ModuleWords.ownerOf(name.value()),
                        Set.of(name.value()),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of());
        try (RecordJson json = new RecordJson()) {
            units.write(
                    DatabaseSpace.of(from),
                    unit -> {
                        telling.accept(new ModuleEvents(publisher, json, outbox));
                        return true;
                    });
        }
    }

    /** Does what another module would do with a service, in one transaction at a place. */
    <S> void ask(Uai place, String service, Class<S> type, Consumer<S> work) {
        ModuleWords stranger =
                new ModuleWords(
                        "stranger",
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(service, ModuleWords.Presence.OPTIONAL),
                        Map.of());
        try (RecordJson json = new RecordJson()) {
            units.write(
                    DatabaseSpace.of(place),
                    unit -> {
                        work.accept(
                                new ModuleServices(stranger, json, services)
                                        .find(service, type)
                                        .orElseThrow(
                                                () -> new KitFailure(service + " is not offered")));
                        return true;
                    });
        }
    }

    /** Delivers all facts that wait, and does the tasks that wait. */
    void deliver(Uai college) {
        loop.wake(college);
        steps.runAll();
        List<String> failures =
                units.read(
                        DatabaseSpace.of(college),
                        unit ->
                                unit.query(
                                        "SELECT CONCAT(e.name, ': ', d.failure)"
                                                + " FROM core_event_delivery d"
                                                + " JOIN core_event e ON e.seq = d.seq"
                                                + " WHERE d.failure IS NOT NULL",
                                        row -> row.getString(1)));
        if (!failures.isEmpty()) {
            throw new KitFailure("a listener failed: " + String.join("; ", failures));
        }
    }

    List<PublishedEvent> published(Uai college) {
        return units.read(
                DatabaseSpace.of(college),
                unit ->
                        unit.query(
                                "SELECT name, subject, body FROM core_event ORDER BY seq",
                                row ->
                                        new PublishedEvent(
                                                row.getString(1),
                                                row.getString(2),
                                                RecordJson.parse(row.getString(3)))));
    }

    /** What people were told at a collège. */
    List<ToldNotice> notices(Uai college) {
        return units.read(
                DatabaseSpace.of(college),
                unit ->
                        unit.query(
                                "SELECT person_id, kind, told_key, title, path, child_id, urgency,"
                                        + " seen_at IS NOT NULL FROM core_notice ORDER BY id",
                                row -> {
                                    String child = row.getString(6);
                                    return new ToldNotice(
                                            PersonId.of(row.getString(1)),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            child == null ? null : PersonId.of(child),
                                            row.getString(7).equals("EMERGENCY"),
                                            row.getBoolean(8));
                                }));
    }

    /** Lets a job be due now, and waits for it. */
    void run(Uai college, String module, String job) {
        jobs.look();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        int found =
                units.write(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.update(
                                        "UPDATE module_job SET due_at = ?, next_at = ?,"
                                                + " running_until = NULL, last_started = NULL, failures = 0,"
                                                + " last_failure = NULL"
                                                + " WHERE uai = ? AND module = ? AND job = ?",
                                        now,
                                        now,
                                        college.value(),
                                        module,
                                        job));
        if (found == 0) {
            throw new KitFailure(module + " has no job " + job);
        }
        // Others may be due too, where a test has moved the clock, and a module has few turns.
        for (int pass = 0; pass < PASSES && !wasStarted(college, module, job); pass++) {
            jobs.look();
            steps.runAll();
        }
        List<String> failures =
                units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT last_failure FROM module_job WHERE uai = ?"
                                                + " AND module = ? AND job = ?"
                                                + " AND last_failure IS NOT NULL",
                                        row -> row.getString(1),
                                        college.value(),
                                        module,
                                        job));
        if (!failures.isEmpty()) {
            throw new KitFailure("the job " + job + " failed: " + failures.get(0));
        }
    }

    private boolean wasStarted(Uai college, String module, String job) {
        return !units.read(
                        DatabaseSpace.platform(),
                        unit ->
                                unit.query(
                                        "SELECT job FROM module_job WHERE uai = ? AND module = ?"
                                                + " AND job = ? AND last_started IS NOT NULL",
                                        row -> row.getString(1),
                                        college.value(),
                                        module,
                                        job))
                .isEmpty();
    }
}
