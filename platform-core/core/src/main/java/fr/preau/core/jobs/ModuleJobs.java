package fr.preau.core.jobs;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.contracts.FaultNote;
import fr.preau.core.contracts.ModuleCalls;
import fr.preau.core.contracts.ModuleClosed;
import fr.preau.core.contracts.ModuleContract;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.contracts.OpenModules;
import fr.preau.core.contracts.Threw;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.turns.WorkTurns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of the modules at each collège where they are on, each run on one node.
 *
 * <p>What a job does is one commit at the collège, that it is done another one on the platform. A
 * node that dies in between has it done once more by another one, when its time is over.
 */
public final class ModuleJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleJobs.class);

    /** When a node that runs a job is given up. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    /** A job that always has more to do ends here, until its next time. */
    private static final int MOST_PORTIONS = 1_000;

    private static final Duration CLOSED = Duration.ofMinutes(1);

    /** How soon a job is taken up again for which the node had no connection. */
    private static final Duration NO_CONNECTION = Duration.ofSeconds(5);

    /** Jobs of one module that wait here for their turn; the others are left to other nodes. */
    private static final int MOST_WAITING = 10;

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final ModuleCalls calls;
    private final Clock clock;
    private final WorkTurns turns;
    private final JobRows rows;

    /** What waits or runs on this node. */
    private final Set<JobKey> begun = ConcurrentHashMap.newKeySet();

    /** What is planned, by key; how the database has it. */
    private volatile Map<JobKey, String> planned = Map.of();

    /**
     * @param turns on which jobs are begun
     * @param node the name of this node, which no other one has
     */
    public ModuleJobs(
            UnitsOfWork units,
            OpenModules modules,
            ModuleCalls calls,
            Clock clock,
            WorkTurns turns,
            String node) {
        this.units = units;
        this.modules = modules;
        this.calls = calls;
        this.clock = clock;
        this.turns = turns;
        this.rows = new JobRows(units, node);
    }

    /**
     * Plans what is new, and begins what is due: one statement when nothing is. To be called every
     * few seconds.
     */
    public synchronized void look() {
        planNew();
        Instant now = clock.instant();
        for (DueJob job : rows.due(now)) {
            if (hasRoom(job) && isMine(job, now)) {
                begun.add(job.key());
                take(job, 1);
            }
        }
    }

    private boolean hasRoom(DueJob job) {
        return !begun.contains(job.key())
                && turns.waiting(job.key().module(), CallKind.JOB) < MOST_WAITING;
    }

    private void take(DueJob job, int portion) {
        turns.take(job.key().module(), CallKind.JOB, () -> runPortion(job, portion));
    }

    /** What has more to do waits for its turn again, like everybody. */
    private void runPortion(DueJob job, int portion) {
        boolean goesOn = false;
        try {
            goesOn = run(job, portion);
        } finally {
            if (!goesOn) {
                begun.remove(job.key());
            }
        }
        if (goesOn) {
            take(job, portion + 1);
        }
    }

    private void planNew() {
        Map<JobKey, Job.Schedule> wanted = new HashMap<>();
        for (Uai college : modules.colleges()) {
            for (ModuleWords words : modules.at(college)) {
                words.jobs().keySet().stream()
                        .filter(job -> words.hasJob(job, college))
                        .forEach(
                                job ->
                                        wanted.put(
                                                new JobKey(college, words.id(), job),
                                                words.jobs().get(job)));
            }
        }
        if (isPlanned(wanted)) {
            return;
        }
        planned = rows.planned();
        wanted.forEach(
                (key, schedule) -> {
                    JobPlan plan = key.plan(schedule);
                    if (!plan.written().equals(planned.get(key))) {
                        rows.plan(key, plan.written(), plan.first(clock.instant()));
                    }
                });
        planned = rows.planned();
    }

    private boolean isPlanned(Map<JobKey, Job.Schedule> wanted) {
        return wanted.entrySet().stream()
                .allMatch(
                        job ->
                                job.getKey()
                                        .plan(job.getValue())
                                        .written()
                                        .equals(planned.get(job.getKey())));
    }

    /**
     * Takes what this node can run. What is switched off is put off to its next time, so that it
     * does not begin the moment it is on again; what only this node can't run is left to others.
     */
    private boolean isMine(DueJob job, Instant now) {
        boolean on = modules.isOn(job.college(), job.key().module());
        if (!rows.take(job, now, now.plus(LONGEST))) {
            return false;
        }
        if (on && !isKnown(job.key())) {
            // Put off, or jobs that no node has would stand before all others for ever.
            rows.putOff(job, job.due(), now.plus(CLOSED));
            return false;
        }
        if (!on) {
            Instant next = job.next(now);
            rows.putOff(job, next, next);
        }
        return on;
    }

    private boolean isKnown(JobKey key) {
        return modules.find(key.college(), key.module())
                .filter(words -> words.hasJob(key.job(), key.college()))
                .isPresent();
    }

    /** Whether there is a next portion. */
    private boolean run(DueJob job, int portion) {
        try {
            // It may have waited for its turn so long that it is another node's by now.
            if (!rows.prolong(job.key(), clock.instant().plus(LONGEST))) {
                return false;
            }
            if (runOnce(job) && portion < MOST_PORTIONS) {
                return true;
            }
            Instant now = clock.instant();
            rows.ended(job.key(), now, job.next(now));
        } catch (ModuleClosed e) {
            LOG.debug("{} can't run", job.key(), e);
            rows.putOff(job, job.due(), clock.instant().plus(CLOSED));
        } catch (NoConnection e) {
            LOG.warn("{} waits for a connection: {}", job.key(), e.getMessage());
            rows.putOff(job, job.due(), clock.instant().plus(NO_CONNECTION));
        } catch (InterruptedException e) {
            // This node is stopping; another one does it when the time is over.
            Thread.currentThread().interrupt();
        } catch (Threw e) {
            failed(job, e.thrown());
        } catch (Throwable e) {
            failed(job, e);
        }
        return false;
    }

    private void failed(DueJob job, Throwable thrown) {
        String reason = FaultNote.of(thrown);
        LOG.warn(
                "job {} of {} failed at {}: {}",
                job.key().job(),
                job.key().module(),
                job.college(),
                reason);
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(job.failures(), MOST_DOUBLINGS));
        rows.failed(job, reason, clock.instant().plus(wait));
    }

    /** Whether there is more to do. */
    private boolean runOnce(DueJob job) throws Exception {
        return calls.call(
                job.college(), job.key().module(), CallKind.JOB, contract -> runIn(contract, job));
    }

    private boolean runIn(ModuleContract contract, DueJob due) {
        Optional<Job> job = contract.job(due.key().job());
        if (job.isEmpty()) {
            return false;
        }
        OneRun run = new OneRun(due.college(), due.due());
        units.write(
                DatabaseSpace.of(due.college()),
                unit -> {
                    work(job.get(), run);
                    return true;
                });
        return run.hasMore();
    }

    private static void work(Job job, JobRun run) {
        try {
            job.work().run(run);
        } catch (Exception e) {
            throw new Threw(e);
        }
    }
}
