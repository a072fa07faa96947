package fr.preau.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.testing.TwoColleges;
import fr.preau.core.turns.WorkTurns;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When facts are delivered: at once here, and soon those of a node that died. */
class DeliveryLoopTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;
    private static final Uai NANTERRE = TwoColleges.NANTERRE;

    private final AtomicReference<@Nullable DeliveryLoop> living = new AtomicReference<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    private final PlayedSchool school;

    DeliveryLoopTest() throws Exception {
        this.school =
                new PlayedSchool(
                        college -> {
                            DeliveryLoop loop = living.get();
                            if (loop != null) {
                                loop.wake(college);
                            }
                        });
    }

    @AfterEach
    void end() throws InterruptedException {
        DeliveryLoop loop = living.get();
        if (loop != null) {
            loop.close();
        }
        executor.shutdownNow();
        assertThat(executor.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        school.end();
    }

    private DeliveryLoop aNode() {
        DeliveryLoop loop =
                new DeliveryLoop(
                        school.units,
                        school.modules,
                        school.modules,
                        school.clock,
                        executor,
                        new WorkTurns(executor, 8));
        living.set(loop);
        return loop;
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void aCommitOnThisNodeIsDeliveredWithoutWaitingForTheRound() throws Exception {
        aNode();
        school.listens("canteen", (delivery, fact) -> heard.add(fact.pupil()));

        school.publish(SEVRES, "anais", 1);

        // Nothing was started that goes round: only the commit can have brought it.
        assertThat(next()).isEqualTo("anais");
    }

    @Test
    void whatANodeLeftBehindWhenItDiedAnotherOneDelivers() throws Exception {
        school.listens("canteen", (delivery, fact) -> heard.add(fact.pupil()));
        school.publish(SEVRES, "anais", 1);
        school.publish(NANTERRE, "zoe", 1);

        aNode().start();

        assertThat(List.of(String.valueOf(next()), String.valueOf(next())))
                .containsExactlyInAnyOrder("anais", "zoe");
    }

    @Test
    void aSlowModuleHoldsNoOtherModuleBack() throws Exception {
        aNode();
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        school.listens("canteen", (delivery, fact) -> never.poll(20, TimeUnit.SECONDS));
        school.listens("payment", (delivery, fact) -> heard.add(fact.pupil()));

        school.publish(SEVRES, "anais", 1);

        assertThat(next()).isEqualTo("anais");
        never.add("go on");
    }

    @Test
    void aFactThatComesDuringADeliveryIsNotForgotten() throws Exception {
        aNode();
        school.listens(
                "canteen",
                (delivery, fact) -> {
                    heard.add(fact.pupil() + fact.number());
                    if (fact.number() == 1) {
                        school.publishHere(fact.pupil(), 2);
                    }
                });

        school.publish(SEVRES, "anais", 1);

        assertThat(next()).isEqualTo("anais1");
        assertThat(next()).isEqualTo("anais2");
    }

    @Test
    void lookingAtAnIdleCollegeIsOneStatement() {
        Delivering node = school.node();

        assertThat(StatementTally.of(() -> node.modulesWaiting(SEVRES))).isEqualTo(1);
    }

    @Test
    void knowingWhoHearsWhatAsksNothingWhileNothingChanges() {
        school.listens("canteen", (delivery, fact) -> {});

        assertThat(StatementTally.of(school.subscriptions::refresh)).isZero();
        school.modules.switchOff(SEVRES, "canteen");
        assertThat(StatementTally.of(school.subscriptions::refresh)).isPositive();
        assertThat(StatementTally.of(school.subscriptions::refresh)).isZero();
    }
}
