package fr.preau.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.job.Job;
import fr.preau.api.job.JobRun;
import fr.preau.api.plugin.Plugin;
import fr.preau.api.route.Route;
import fr.preau.api.school.Uai;
import fr.preau.core.contracts.ModuleWords;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.EmptiedPool;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.PlayedModules;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import fr.preau.core.turns.WorkTurns;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** That a job runs where and when it should, once. */
class ModuleJobsTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;
    private static final Uai NANTERRE = TwoColleges.NANTERRE;
    private static final Duration HOUR = Duration.ofHours(1);

    private final HandClock clock = HandClock.now();
    private final UnitsOfWork units = new UnitsOfWork(TestDatabase.get().pool(4));
    private final TwoColleges colleges = TwoColleges.open(units, clock);
    private final PlatformTables platform = new PlatformTables(units);
    private final PlayedModules modules = new PlayedModules(SEVRES, NANTERRE);
    private final ModuleJobs node = node("node-1");
    private final List<Uai> ran = Collections.synchronizedList(new ArrayList<>());

    ModuleJobsTest() throws Exception {
        colleges.without("school_group");
    }

    private ModuleJobs node(String name) {
        return node(name, units, Runnable::run);
    }

    private ModuleJobs node(String name, UnitsOfWork ofNode, Executor executor) {
        return new ModuleJobs(ofNode, modules, modules, clock, new WorkTurns(executor, 8), name);
    }

    private void hasJob(Job.Schedule schedule, Job.Work work) {
        hasJob("lost", schedule, work);
    }

    private void hasJob(String module, Job.Schedule schedule, Job.Work work) {
        Job job = new Job("forget-old", schedule, work);
        modules.run(
                new ModuleWords(
                        module,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of("forget-old", schedule)),
                new Plugin() {
                    @Override
                    public List<Route<?, ?>> routes() {
                        return List.of();
                    }

                    @Override
                    public List<Job> jobs() {
                        return List.of(job);
                    }
                });
    }

    private void hourly(Job.Work work) {
        hasJob(new Job.Every(HOUR), work);
    }

    private void note(JobRun run) {
        ran.add(run.college());
    }

    /** Plans, waits until after the first time, and looks again. */
    private void lookAtTheFirstTime() {
        node.look();
        clock.advance(Duration.ofMinutes(10));
        node.look();
    }

    private String of(String column) {
        return platform.ask(
                "SELECT " + column + " FROM module_job WHERE uai = '" + SEVRES.value() + "'");
    }

    @Test
    void aJobRunsAtEachCollegeWhereItsModuleIsOn() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);

        lookAtTheFirstTime();
        assertThat(ran).containsExactly(SEVRES);
        node.look();
        assertThat(ran).as("not again before its time").hasSize(1);

        clock.advance(HOUR);
        node.look();
        assertThat(ran).containsExactly(SEVRES, SEVRES);
        assertThat(of("last_ended IS NOT NULL AND node IS NULL")).isEqualTo("1");
    }

    @Test
    void onTwoNodesItRunsOnce() throws Exception {
        modules.switchOff(NANTERRE, "lost");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        hourly(
                run -> {
                    note(run);
                    inside.countDown();
                    assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                });
        node.look();
        clock.advance(Duration.ofMinutes(10));
        Thread first = new Thread(node::look);
        first.start();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        ModuleJobs other = node("node-2");
        other.look();
        goOn.countDown();
        first.join(20_000);
        other.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void whatANodeLeftWhenItDiedAnotherOneRunsWhenItsTimeIsOver() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        node.look();
        clock.advance(Duration.ofMinutes(10));
        platform.change(
                "UPDATE module_job SET node = 'dead', running_until = next_at + INTERVAL 20 MINUTE");

        node.look();
        assertThat(ran).isEmpty();
        clock.advance(Duration.ofMinutes(20));
        node.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void aRunThatFailsIsUndoneNotedAndTriedAgain() {
        modules.switchOff(NANTERRE, "lost");
        hourly(
                run -> {
                    colleges.changeHere(
                            "INSERT INTO school_group (id, code, name) VALUES (UUID(), 'g', 'g')");
                    note(run);
                    if (ran.size() == 1) {
                        throw new IllegalStateException("no space left");
                    }
                });

        lookAtTheFirstTime();
        assertThat(colleges.ask(SEVRES, "SELECT name FROM school_group")).isEmpty();
        assertThat(of("CONCAT(failures, ' ', last_failure)"))
                .isEqualTo("1 java.lang.IllegalStateException: no space left");
        node.look();
        assertThat(ran).as("waits").hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        node.look();
        assertThat(colleges.ask(SEVRES, "SELECT name FROM school_group")).containsExactly("g");
        assertThat(of("CONCAT(failures, ' ', last_failure IS NULL)")).isEqualTo("0 1");
    }

    @Test
    void workInPortionsGoesOnAtOnceEachPortionOnItsOwn() {
        modules.switchOff(NANTERRE, "lost");
        hourly(
                run -> {
                    note(run);
                    if (ran.size() == 3) {
                        throw new IllegalStateException("no space left");
                    }
                    colleges.changeHere(
                            "INSERT INTO school_group (id, code, name) VALUES (UUID(), ?, 'g')",
                            "g" + ran.size());
                    run.moreToDo();
                });

        lookAtTheFirstTime();

        assertThat(colleges.ask(SEVRES, "SELECT code FROM school_group ORDER BY code"))
                .containsExactly("g1", "g2");
    }

    @Test
    void switchedOnAgainAJobWaitsForItsNextTime() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        node.look();
        modules.switchOff(SEVRES, "lost");
        clock.advance(Duration.ofHours(3));
        node.look();
        modules.switchOn(SEVRES, "lost");
        node.look();
        assertThat(ran).isEmpty();

        clock.advance(Duration.ofHours(1));
        node.look();
        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void switchedOffAtNightADailyJobWaitsForItsNextNight() {
        modules.switchOff(NANTERRE, "lost");
        LocalTime night =
                LocalTime.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusHours(1);
        hasJob(new Job.Daily(night), this::note);
        node.look();
        modules.switchOff(SEVRES, "lost");
        clock.advance(Duration.ofHours(2));
        node.look();
        modules.switchOn(SEVRES, "lost");
        for (int hour = 0; hour < 20; hour++) {
            clock.advance(HOUR);
            node.look();
        }
        assertThat(ran).as("by day").isEmpty();

        clock.advance(HOUR.multipliedBy(4));
        node.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void whileTheNodeHasNoConnectionAJobWaitsSomeSecondsAndHasNotFailed() throws Exception {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        EmptiedPool pool = new EmptiedPool(TestDatabase.get().pool(2));
        ModuleJobs poor =
                node(
                        "poor",
                        new UnitsOfWork(pool.dataSource(), TestDatabase.get().pool(2)),
                        Runnable::run);
        poor.look();
        clock.advance(Duration.ofMinutes(10));
        pool.empty(1);
        poor.look();
        assertThat(of("failures")).isEqualTo("0");
        assertThat(of("node IS NULL")).isEqualTo("1");

        pool.fill();
        clock.advance(Duration.ofSeconds(5));
        poor.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void aModuleWithManyJobsDoesNotStandBeforeOthers() {
        modules.switchOff(NANTERRE, "late");
        hourly(this::note);
        List<String> other = new ArrayList<>();
        hasJob("late", new Job.Every(HOUR), run -> other.add("late"));
        node.look();
        sixtyThatNobodyHasAreDueBefore();
        clock.advance(Duration.ofMinutes(10));

        node.look();

        assertThat(other).containsExactly("late");
    }

    @Test
    void jobsThatNobodyHasDoNotStandBeforeTheOthersForEver() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        node.look();
        sixtyThatNobodyHasAreDueBefore();
        clock.advance(Duration.ofMinutes(10));

        node.look();
        node.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    private void sixtyThatNobodyHasAreDueBefore() {
        platform.change(
                "INSERT INTO module_job (uai, module, job, schedule, due_at, next_at)"
                        + " SELECT '%s', 'lost', CONCAT('job-', seq), 'every PT1H',"
                                .formatted(SEVRES.value())
                        + " NOW() - INTERVAL 5 HOUR, NOW() - INTERVAL 5 HOUR FROM seq_1_to_60");
    }

    @Test
    void whatWaitsHereForItsTurnIsNotTakenTwice() {
        Deque<Runnable> begun = new ArrayDeque<>();
        ModuleJobs busy = node("busy", units, begun::add);
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        busy.look();
        clock.advance(Duration.ofMinutes(10));
        busy.look();
        clock.advance(ModuleJobs.LONGEST.plusMinutes(1));

        busy.look();

        assertThat(begun).hasSize(1);
    }

    @Test
    void aModuleThatIsKeptBackHasItsJobPutOff() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        modules.close("lost");
        lookAtTheFirstTime();
        assertThat(of("failures")).isEqualTo("0");

        modules.open("lost");
        clock.advance(Duration.ofMinutes(1));
        node.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void anotherScheduleIsPlannedAnew() {
        modules.switchOff(NANTERRE, "lost");
        hourly(this::note);
        node.look();
        hasJob(new Job.Every(Duration.ofMinutes(1)), this::note);
        node.look();

        clock.advance(Duration.ofMinutes(1));
        node.look();

        assertThat(ran).containsExactly(SEVRES);
    }

    @Test
    void lookingWhenNothingIsDueIsOneStatement() {
        hourly(this::note);
        node.look();

        assertThat(StatementTally.of(node::look)).isEqualTo(1);
    }
}
