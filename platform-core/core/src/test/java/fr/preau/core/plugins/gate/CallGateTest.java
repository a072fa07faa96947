package fr.preau.core.plugins.gate;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.api.route.Refusal;
import fr.preau.api.school.Uai;
import fr.preau.core.audit.AuditLog;
import fr.preau.core.audit.AuditLog.Actor;
import fr.preau.core.contracts.CallKind;
import fr.preau.core.plugins.LivePlugin;
import fr.preau.core.plugins.gate.ModuleUnavailable.Reason;
import fr.preau.core.reasons.HostReason;
import fr.preau.core.releases.ANode;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.tenancy.UnitOfWork;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.EmptiedPool;
import fr.preau.core.testing.GardenBundle;
import fr.preau.core.testing.HandClock;
import fr.preau.core.testing.PlatformTables;
import fr.preau.core.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallGateTest {

    private static final Uai SEVRES = new Uai("0921244C");
    private static final Uai NANTERRE = new Uai("0920077J");
    private static final Duration SHORT = Duration.ofMillis(120);

    private final UnitsOfWork units;
    private final HandClock clock = HandClock.now();
    private final ANode node;
    private final AuditLog audit;
    private final ModuleQuarantine quarantine;
    private final ModuleMeter meter;
    private final CallGate gate;

    CallGateTest() throws Exception {
        units = new UnitsOfWork(TestDatabase.get().unpooled());
        new PlatformTables(units).empty();
        node = new ANode("a", units, clock, true);
        audit = new AuditLog(units, clock, PlatformTables.IDS);
        quarantine = new ModuleQuarantine(units, audit, clock);
        meter = new ModuleMeter(units, clock);
        gate = new CallGate(new ModuleCircuits(quarantine, clock), meter, quarantine);
    }

    @BeforeEach
    void aModule() {
        GardenBundle.version("1.0.0").into(node.jars(), "garden.jar");
        node.start();
        new PlatformTables(units).college(SEVRES.value(), "sevres");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private LivePlugin garden() {
        return node.host().find("garden").orElseThrow();
    }

    private <T> T call(Supplier<T> work) {
        return gate.call(garden(), SEVRES, CallKind.ROUTE, SHORT, work);
    }

    private Reason refused(Supplier<Object> work) {
        return catchThrowableOfType(ModuleUnavailable.class, () -> call(work)).reason();
    }

    private static Object fail() {
        throw new IllegalStateException("no garden today");
    }

    private static Object hang(AtomicBoolean interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.set(true);
        }
        return "too late";
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void theAnswerComesFromAThreadOfTheModule() {
        assertThat(call(() -> Thread.currentThread())).isNotSameAs(Thread.currentThread());
        assertThat(call(() -> 42)).isEqualTo(42);
    }

    @Test
    void whatTheModuleThrowsComesOutAsItIs() {
        assertThatThrownBy(() -> call(CallGateTest::fail)).hasMessage("no garden today");
        assertThatThrownBy(
                        () ->
                                call(
                                        () -> {
                                            throw new NoClassDefFoundError("garden/Bed");
                                        }))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void oneThatHangsIsGivenUpToldSoAndItsThreadIsFreeAgain() {
        AtomicBoolean interrupted = new AtomicBoolean();

        assertThat(refused(() -> hang(interrupted))).isEqualTo(Reason.LATE);

        until(interrupted::get);
        until(() -> garden().threads().busy() == 0);
        assertThat(call(() -> Thread.currentThread().isInterrupted())).isFalse();
    }

    @Test
    void theConnectionOfOneThatIsGivenUpIsCutAndWhatItDidIsNotKept() {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();

        assertThat(
                        refused(
                                () -> {
                                    try {
                                        return units.write(
                                                DatabaseSpace.platform(),
                                                unit -> {
                                                    unit.update("UPDATE college SET name = 'Pris'");
                                                    unit.query("SELECT SLEEP(30)", row -> 1);
                                                    return "done";
                                                });
                                    } catch (RuntimeException e) {
                                        end.set(e);
                                        throw e;
                                    } finally {
                                        ended.countDown();
                                    }
                                }))
                .isEqualTo(Reason.LATE);

        until(() -> ended.getCount() == 0);
        assertThat(end.get()).isNotNull();
        assertThat(new PlatformTables(units).ask("SELECT name FROM college")).isEqualTo("Collège");
    }

    @Test
    void workThatBeginsItsStatementsAfterItWasGivenUpCanNotGoOn() {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        assertThat(
                        refused(
                                () -> {
                                    awaitUninterruptibly(goOn);
                                    try {
                                        units.write(
                                                DatabaseSpace.platform(),
                                                unit ->
                                                        unit.update(
                                                                "UPDATE college SET name = 'Pris'"));
                                    } catch (RuntimeException e) {
                                        end.set(e);
                                    }
                                    return "late";
                                }))
                .isEqualTo(Reason.LATE);

        goOn.countDown();

        until(() -> garden().threads().busy() == 0);
        assertThat(end.get()).isNotNull();
        assertThat(new PlatformTables(units).ask("SELECT name FROM college")).isEqualTo("Collège");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                done = false;
            }
        }
    }

    @Test
    void oneThatTakesAllMemoryIsGivenUpBeforeItsTimeIsOver() {
        AtomicBoolean stop = new AtomicBoolean();
        try {
            assertThatThrownBy(
                            () ->
                                    gate.call(
                                            garden(),
                                            SEVRES,
                                            CallKind.ROUTE,
                                            Duration.ofSeconds(50),
                                            () -> allocate(stop)))
                    .isInstanceOfSatisfying(
                            ModuleUnavailable.class,
                            thrown -> assertThat(thrown.reason()).isEqualTo(Reason.GREEDY));
        } finally {
            stop.set(true);
        }
    }

    private static int allocate(AtomicBoolean stop) {
        int sum = 0;
        while (!stop.get() && !Thread.currentThread().isInterrupted()) {
            sum += new byte[1_000_000].length;
        }
        return sum;
    }

    @Test
    void endlessRecursionIsAFaultLikeAnother() {
        assertThatThrownBy(() -> call(() -> deeper(1))).isInstanceOf(StackOverflowError.class);
        assertThat(call(() -> "goes on")).isEqualTo("goes on");
    }

    private static int deeper(int depth) {
        return depth < 0 ? depth : depth + deeper(depth + 1);
    }

    @Test
    void ofTenThousandCallsThatWaitMostAreRefusedAtOnce() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(200);
        List<Future<?>> calls = new ArrayList<>();
        try {
            for (int i = 0; i < 10_000; i++) {
                calls.add(
                        callers.submit(
                                () -> {
                                    try {
                                        gate.call(
                                                garden(),
                                                SEVRES,
                                                CallKind.ROUTE,
                                                Duration.ofSeconds(50),
                                                () -> {
                                                    awaitUninterruptibly(open);
                                                    return answered.incrementAndGet();
                                                });
                                    } catch (ModuleUnavailable busy) {
                                        assertThat(busy.reason()).isEqualTo(Reason.BUSY);
                                        refused.incrementAndGet();
                                    }
                                }));
            }
            int held = ModuleThreads.THREADS + ModuleThreads.WAITING;
            until(() -> refused.get() == 10_000 - held);
            assertThat(answered.get()).isZero();
            open.countDown();
            for (Future<?> call : calls) {
                call.get(30, TimeUnit.SECONDS);
            }
            assertThat(answered.get()).isEqualTo(held);
        } finally {
            open.countDown();
            callers.shutdownNow();
        }
    }

    @Test
    void afterRepeatedFaultsItRestsThenOneCallTriesAndHealsIt() {
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> call(CallGateTest::fail)).hasMessage("no garden today");
        }
        assertThat(refused(() -> "not asked")).isEqualTo(Reason.RESTING);
        assertThat(gate.call(garden(), NANTERRE, CallKind.ROUTE, SHORT, () -> "elsewhere"))
                .isEqualTo("elsewhere");
        assertThat(gate.call(garden(), SEVRES, CallKind.CARD, SHORT, () -> "its card"))
                .isEqualTo("its card");

        clock.advance(Duration.ofSeconds(11));

        assertThat(call(() -> "healed")).isEqualTo("healed");
        assertThat(call(() -> "and open")).isEqualTo("and open");
    }

    @Test
    void thatTheNodeHasNoConnectionIsNoFaultOfTheModule() throws SQLException {
        EmptiedPool pool = new EmptiedPool(TestDatabase.get().unpooled());
        UnitsOfWork emptied = new UnitsOfWork(pool.dataSource());
        pool.empty(1);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> call(() -> emptied.read(DatabaseSpace.platform(), unit -> 1)))
                    .isInstanceOf(NoConnection.class);
        }
        meter.keep();

        assertThat(call(() -> "goes on")).isEqualTo("goes on");
        assertThat(new PlatformTables(units).ask("SELECT errors FROM module_usage")).isEqualTo("0");
    }

    @Test
    void whatTheWaitForAConnectionTakesIsNotTheModulesTime() throws SQLException {
        EmptiedPool pool = new EmptiedPool(TestDatabase.get().unpooled());
        UnitsOfWork emptied = new UnitsOfWork(pool.dataSource());
        pool.empty(10_000);
        for (int i = 0; i < 5; i++) {
            assertThat(refused(() -> emptied.read(DatabaseSpace.platform(), unit -> 1)))
                    .isEqualTo(Reason.BUSY);
        }

        pool.empty(SHORT.toMillis() * 3 / 4);
        for (int i = 0; i < 5; i++) {
            assertThat(refused(() -> hangAfterTheWait(emptied))).isEqualTo(Reason.LATE);
        }

        assertThat(call(() -> "goes on")).isEqualTo("goes on");
    }

    @Test
    void whoeverHasLessTimeThanTheKindAllowsFindsNoFaultInTheModule() {
        for (int i = 0; i < 10; i++) {
            assertThat(refused(() -> hang(new AtomicBoolean()))).isEqualTo(Reason.LATE);
        }

        assertThat(call(() -> "goes on")).isEqualTo("goes on");
        assertThat(quarantine.find(SEVRES, "garden")).isEmpty();
    }

    @Test
    void whatHangsForAllItsTimeRests() throws Exception {
        ExecutorService four = Executors.newFixedThreadPool(4);
        try {
            Callable<Reason> hanging = this::hangingCard;
            for (Future<Reason> card : four.invokeAll(nCopies(4, hanging))) {
                assertThat(card.get()).isEqualTo(Reason.LATE);
            }
        } finally {
            four.shutdown();
        }

        assertThat(hangingCard()).isEqualTo(Reason.RESTING);
    }

    private Reason hangingCard() {
        return catchThrowableOfType(
                        ModuleUnavailable.class,
                        () ->
                                gate.call(
                                        garden(),
                                        SEVRES,
                                        CallKind.CARD,
                                        () -> hang(new AtomicBoolean())))
                .reason();
    }

    private static Object hangAfterTheWait(UnitsOfWork emptied) {
        try {
            return emptied.read(DatabaseSpace.platform(), unit -> 1);
        } catch (NoConnection e) {
            return hang(new AtomicBoolean());
        }
    }

    @Test
    void aRefusalIsAnAnswerAndNoFault() {
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(
                            () ->
                                    call(
                                            () -> {
                                                throw Refusal.notFound();
                                            }))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(call(() -> "goes on")).isEqualTo("goes on");
    }

    private void restThreeTimes() {
        for (int rest = 0; rest < 3; rest++) {
            clock.advance(Duration.ofSeconds(11));
            for (int i = 0; i < 4; i++) {
                try {
                    call(CallGateTest::fail);
                } catch (IllegalStateException | ModuleUnavailable expected) {
                    assertThat(expected).isNotNull();
                }
            }
        }
    }

    @Test
    void whatRestsAgainAndAgainIsInQuarantineThereAndOneClickTriesAgain() {
        restThreeTimes();

        assertThat(refused(() -> "not asked")).isEqualTo(Reason.QUARANTINED);
        assertThat(quarantine.find(SEVRES, "garden").orElseThrow().reason())
                .isEqualTo(HostReason.FAILED_AGAIN.with(3));
        assertThat(audit.page(1).items().get(0).act()).isEqualTo(ModuleQuarantine.QUARANTINED);
        assertThat(gate.call(garden(), NANTERRE, CallKind.ROUTE, SHORT, () -> "elsewhere"))
                .isEqualTo("elsewhere");

        quarantine.lift(new Actor(null, "Awa"), SEVRES, "garden");
        clock.advance(Duration.ofSeconds(11));

        assertThat(call(() -> "again")).isEqualTo("again");
        assertThat(audit.page(1).items().get(0).actorName()).isEqualTo("Awa");
    }

    @Test
    void anotherNodeKnowsOfTheQuarantine() {
        restThreeTimes();

        ModuleQuarantine other = new ModuleQuarantine(units, audit, clock);
        other.refresh();

        assertThat(other.holds(SEVRES, garden())).isTrue();
        assertThat(other.holds(NANTERRE, garden())).isFalse();
    }

    @Test
    void anotherReleaseIsNotMeant() {
        restThreeTimes();
        clock.advance(Duration.ofSeconds(1));
        node.put(GardenBundle.version("1.0.1"), "garden.jar");

        assertThat(call(() -> "the new one")).isEqualTo("the new one");
    }

    @Test
    void aThreadThatWillNotDieBringsItsModuleIntoQuarantine() {
        CountDownLatch never = new CountDownLatch(1);
        Captives captives = new Captives(quarantine, Duration.ofMillis(50));
        GatedCall<String> call =
                new GatedCall<>(
                        () -> {
                            awaitUninterruptibly(never);
                            return "at last";
                        });
        try {
            garden().threads().start(call);
            until(call::hasBegun);
            call.giveUp();
            captives.watch(garden(), SEVRES, call);

            until(
                    () -> {
                        captives.lookAgain();
                        return quarantine.find(SEVRES, "garden").isPresent();
                    });

            assertThat(quarantine.find(SEVRES, "garden").orElseThrow().reason())
                    .startsWith(HostReason.ENDLESS_CALL.with(""));
        } finally {
            never.countDown();
        }
    }

    @Test
    void aCallThatWasGivenUpWhileItWaitedNeverBegins() {
        CountDownLatch open = new CountDownLatch(1);
        List<GatedCall<String>> holders = new ArrayList<>();
        for (int i = 0; i < ModuleThreads.THREADS; i++) {
            GatedCall<String> holder =
                    new GatedCall<>(
                            () -> {
                                awaitUninterruptibly(open);
                                return "held";
                            });
            holders.add(holder);
            garden().threads().start(holder);
        }
        AtomicBoolean began = new AtomicBoolean();
        try {
            until(() -> holders.stream().allMatch(GatedCall::hasBegun));

            assertThat(
                            refused(
                                    () -> {
                                        began.set(true);
                                        return "began";
                                    }))
                    .isEqualTo(Reason.BUSY);
        } finally {
            open.countDown();
        }
        until(() -> garden().threads().busy() == 0);
        assertThat(began).isFalse();
    }

    @Test
    void whatACallCostIsKeptByModuleCollegeAndHour() {
        call(
                () ->
                        units.read(
                                DatabaseSpace.platform(),
                                unit -> unit.query("SELECT 1 FROM college", row -> 1)));
        assertThatThrownBy(() -> call(CallGateTest::fail)).hasMessage("no garden today");
        assertThat(refused(() -> hang(new AtomicBoolean()))).isEqualTo(Reason.LATE);
        until(() -> garden().threads().busy() == 0);
        meter.keep();
        call(() -> 1);
        meter.keep();

        PlatformTables platform = new PlatformTables(units);
        assertThat(
                        platform.ask(
                                "SELECT CONCAT_WS(' ', uai, module, calls, errors, late, statements)"
                                        + " FROM module_usage"))
                .isEqualTo("0921244C garden 4 1 1 1");
        ModuleUsage usage = new ModuleUsage(units, clock);
        assertThat(usage.byCollege("garden", Duration.ofDays(1)))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.uai()).isEqualTo(SEVRES);
                            assertThat(one.cost().calls()).isEqualTo(4);
                        });
        assertThat(usage.byHour("garden", Duration.ofDays(1)))
                .singleElement()
                .satisfies(hour -> assertThat(hour.cost().late()).isEqualTo(1));
        assertThat(usage.byHour("orchard", Duration.ofDays(1))).isEmpty();
        assertThat(platform.ask("SELECT micros > 100000 AND bytes > 1000 FROM module_usage"))
                .isEqualTo("1");
    }

    @Test
    void statementsOfAUnitThatWasLentAreCountedOnceAndForTheModule() {
        int all =
                StatementTally.of(
                        () ->
                                units.read(
                                        DatabaseSpace.platform(),
                                        unit -> call(() -> units.lent(unit, () -> ask(unit)))));
        meter.keep();

        assertThat(all).isEqualTo(1);
        assertThat(new PlatformTables(units).ask("SELECT statements FROM module_usage"))
                .isEqualTo("1");
    }

    private static boolean ask(UnitOfWork unit) {
        try {
            return unit.query("SELECT 1 FROM college", row -> 1).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
