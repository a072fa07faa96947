package fr.preau.core.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.event.Errand;
import fr.preau.api.event.Listener;
import fr.preau.api.school.Uai;
import fr.preau.api.web.WebAnswer;
import fr.preau.api.web.WebFailed;
import fr.preau.api.web.WebRequest;
import fr.preau.core.tenancy.StatementTally;
import fr.preau.core.testing.TwoColleges;
import fr.preau.core.turns.WorkTurns;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private final ConcurrentMap<String, Outside> servers = new ConcurrentHashMap<>();
    private final Outside outside =
            (module, request) ->
                    Objects.requireNonNull(servers.get(request.address().getHost()))
                            .send(module, request);
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
                        new WorkTurns(executor, 8),
                        outside,
                        executor);
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

    private static Listener<PlayedSchool.Heard> asking(
            Errand.AnswerHandler<PlayedSchool.Heard> then) {
        return Listener.asking(
                PlayedSchool.FACT,
                PlayedSchool.Heard.class,
                (delivery, fact) ->
                        WebRequest.get(URI.create("https://meals.example/" + fact.number())),
                then);
    }

    private static WebAnswer answer(String text) {
        return new WebAnswer(200, Map.of(), text.getBytes(UTF_8));
    }

    @Test
    void aListenerAsksAServerOutsideAndHoldsNothingMeanwhile() throws Exception {
        aNode();
        BlockingQueue<String> thinking = new LinkedBlockingQueue<>();
        servers.put(
                "meals.example",
                (module, request) -> {
                    heard.add("asked " + request.address().getPath());
                    take(thinking);
                    return answer("soup");
                });
        school.listens(
                "canteen",
                asking(
                        (delivery, fact, asked) ->
                                heard.add(
                                        fact.pupil()
                                                + fact.number()
                                                + asked.answer().orElseThrow().text())));
        school.listens("payment", (delivery, fact) -> heard.add("payment" + fact.number()));

        school.publish(SEVRES, "anais", 1, 2);

        // While the server thinks, others go on, and the second fact on the subject waits.
        assertThat(List.of(String.valueOf(next()), String.valueOf(next()), String.valueOf(next())))
                .containsExactlyInAnyOrder("asked /1", "payment1", "payment2");
        thinking.add("go on");
        assertThat(next()).isEqualTo("anais1soup");
        assertThat(next()).isEqualTo("asked /2");
        thinking.add("go on");
        assertThat(next()).isEqualTo("anais2soup");
    }

    private static void take(BlockingQueue<String> queue) {
        try {
            queue.poll(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void thatAServerDoesNotAnswerIsToldToTheListener() throws Exception {
        aNode();
        servers.put(
                "meals.example",
                (module, request) -> {
                    throw new WebFailed("meals.example does not answer");
                });
        school.listens("canteen", asking((delivery, fact, asked) -> heard.add(asked.failure())));

        school.publish(SEVRES, "anais", 1);

        assertThat(next()).isEqualTo("meals.example does not answer");
    }

    @Test
    void whatANodeHadAskedWhenItDiedIsAskedAgain() throws Exception {
        school.listens(
                "canteen",
                asking((delivery, fact, asked) -> heard.add(asked.answer().orElseThrow().text())));
        school.publish(SEVRES, "anais", 1);
        // The node that dies has sent its request and never comes back to it.
        school.deliver(SEVRES);
        servers.put("meals.example", (module, request) -> answer("soup"));

        DeliveryLoop other = aNode();
        other.wake(SEVRES);
        assertThat(heard.poll(500, TimeUnit.MILLISECONDS)).as("it may still come back").isNull();

        school.clock.advance(Duration.ofMinutes(2));
        other.wake(SEVRES);
        assertThat(next()).isEqualTo("soup");
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
