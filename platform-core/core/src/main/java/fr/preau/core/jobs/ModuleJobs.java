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
import fr.preau.core.tenancy.UnitsOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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

    private final UnitsOfWork units;
    private final OpenModules modules;
    private final ModuleCalls calls;
    private final Clock clock;
    private final Executor executor;
    private final JobRows rows;

    /** What is planned, by key; how the database has it. */
    private volatile Map<JobKey, String> planned = Map.of();

    /**
     * @param executor where jobs are waited for; each occupies a thread while it runs
     * @param node the name of this node, which no other one has
     */
    public ModuleJobs(
            UnitsOfWork units,
            OpenModules modules,
            ModuleCalls calls,
            Clock clock,
            Executor executor,
            String node) {
        this.units = units;
        this.modules = modules;
        this.calls = calls;
        this.clock = clock;
        this.executor = executor;
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
            if (isMine(job, now)) {
                executor.execute(() -> run(job));
            }
        }
    }

    private void planNew() {
        Map<JobKey, Job.Schedule> wanted = new HashMap<>();
        for (Uai college : modules.colleges()) {
            for (ModuleWords words : modules.at(college)) {
                words.jobs()
                        .forEach(
                                (job, schedule) ->
                                        wanted.put(new JobKey(college, words.id(), job), schedule));
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
        Optional<Job.Schedule> schedule = schedule(job.key());
        if (!rows.take(job, now, now.plus(LONGEST))) {
            return false;
        }
        if (on && schedule.isEmpty()) {
            // Put off, or jobs that no node has would stand before all others for ever.
            rows.putOff(job, job.due(), now.plus(CLOSED));
            return false;
        }
        if (!on) {
            Instant next =
                    schedule.map(known -> job.key().plan(known).next(job.due(), now))
                            .orElse(now.plus(Duration.ofHours(1)));
            rows.putOff(job, next, next);
        }
        return on;
    }

    private Optional<Job.Schedule> schedule(JobKey key) {
        return modules.find(key.college(), key.module()).map(words -> words.jobs().get(key.job()));
    }

    private void run(DueJob job) {
        try {
            int portions = 0;
            boolean more = true;
            // It may have waited for a thread so long that it is another node's by now.
            while (more && portions < MOST_PORTIONS) {
                if (!rows.prolong(job.key(), clock.instant().plus(LONGEST))) {
                    return;
                }
                more = runOnce(job);
                portions++;
            }
            Instant now = clock.instant();
            rows.ended(job.key(), now, next(job, now));
        } catch (ModuleClosed e) {
            LOG.debug("{} can't run", job.key(), e);
            rows.putOff(job, job.due(), clock.instant().plus(CLOSED));
        } catch (InterruptedException e) {
            // This node is stopping; another one does it when the time is over.
            Thread.currentThread().interrupt();
        } catch (Threw e) {
            failed(job, e.thrown());
        } catch (Throwable e) {
            failed(job, e);
        }
    }

    private Instant next(DueJob job, Instant now) {
        return schedule(job.key())
                .map(schedule -> job.key().plan(schedule).next(job.due(), now))
                .orElse(now.plus(Duration.ofHours(1)));
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
        return run.more;
    }

    private static void work(Job job, JobRun run) {
        try {
            job.work().run(run);
        } catch (Exception e) {
            throw new Threw(e);
        }
    }

    private static final class OneRun implements JobRun {

        private final Uai college;
        private final Instant due;
        private boolean more;

        OneRun(Uai college, Instant due) {
            this.college = college;
            this.due = due;
        }

        @Override
        public Uai college() {
            return college;
        }

        @Override
        public Instant due() {
            return due;
        }

        @Override
        public void moreToDo() {
            more = true;
        }
    }
}
