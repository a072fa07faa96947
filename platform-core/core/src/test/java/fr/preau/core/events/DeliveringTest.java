package fr.preau.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.event.Delivery;
import fr.preau.api.event.Listener;
import fr.preau.api.school.Uai;
import fr.preau.core.jobs.JobLeases;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.tenancy.NoConnection;
import fr.preau.core.tenancy.UnitsOfWork;
import fr.preau.core.testing.EmptiedPool;
import fr.preau.core.testing.TestDatabase;
import fr.preau.core.testing.TwoColleges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How facts reach who listens: in order, once, and also after something broke. */
class DeliveringTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;
    private static final Uai NANTERRE = TwoColleges.NANTERRE;

    private static final PlayedSchool.Also NOTHING = (delivery, fact) -> {};

    private final PlayedSchool school;

    DeliveringTest() throws Exception {
        this.school = new PlayedSchool(college -> {});
    }

    @AfterEach
    void end() {
        school.end();
    }

    /** Fails for one pupil as long as the list says so. */
    private static PlayedSchool.Also failingFor(String pupil, List<String> failures) {
        return (delivery, fact) -> {
            if (fact.pupil().equals(pupil) && !failures.isEmpty()) {
                failures.remove(0);
                throw new IllegalStateException("no meal for " + pupil);
            }
        };
    }

    private static List<String> failures(int count) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            failures.add("failure");
        }
        return failures;
    }

    private String waiting() {
        return school.colleges.ask(SEVRES, "SELECT COUNT(*) FROM core_event_delivery").get(0);
    }

    @Test
    void aFactGoesOverIntoTheListenersOwnRecord() throws Exception {
        List<PlayedSchool.Heard> facts = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        school.listens(
                "canteen",
                (delivery, fact) -> {
                    deliveries.add(delivery);
                    facts.add(fact);
                });
        school.publish(SEVRES, "anais", 7);

        school.deliver(SEVRES);

        assertThat(facts).containsExactly(new PlayedSchool.Heard("anais", 7, List.of()));
        assertThat(deliveries)
                .singleElement()
                .satisfies(
                        delivery -> {
                            assertThat(delivery.college()).isEqualTo(SEVRES);
                            assertThat(delivery.publisher()).isEqualTo("school-life");
                            assertThat(delivery.subject()).isEqualTo("anais");
                            assertThat(delivery.at()).isEqualTo(school.clock.instant());
                        });
        assertThat(waiting()).isEqualTo("0");
        assertThat(school.heard(NANTERRE)).isEmpty();
    }

    @Test
    void theFactsOnOneSubjectKeepTheirOrderThoughOneFailsAtFirst() throws Exception {
        school.listens("canteen", failingFor("anais", failures(1)));
        school.publish(SEVRES, "anais", 1, 2);
        school.publish(SEVRES, "zoe", 1);

        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES)).containsExactly("canteen zoe 1");

        school.publish(SEVRES, "anais", 3);
        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES)).as("not yet tried again").hasSize(1);

        school.clock.advance(Retries.waitAfter(0));
        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES))
                .containsExactly(
                        "canteen zoe 1", "canteen anais 1", "canteen anais 2", "canteen anais 3");
    }

    @Test
    void aListenerThatFailsHoldsNoOtherModuleBack() throws Exception {
        school.listens("canteen", failingFor("anais", failures(100)));
        school.listens("payment", NOTHING);
        school.publish(SEVRES, "anais", 1, 2, 3);

        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES))
                .containsExactly("payment anais 1", "payment anais 2", "payment anais 3");
    }

    @Test
    void whatAListenerWroteBeforeItFailedIsUndone() throws Exception {
        school.listens("canteen", failingFor("anais", failures(1)));
        school.publish(SEVRES, "anais", 1);

        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).isEmpty();
        assertThat(
                        school.colleges.ask(
                                SEVRES,
                                "SELECT CONCAT(tries, ' ', failure) FROM core_event_delivery"))
                .containsExactly("1 java.lang.IllegalStateException: no meal for anais");
    }

    @Test
    void anErrorOfTheListenerIsItsOwnAndNotTheNodes() throws Exception {
        school.listens(
                "canteen",
                (delivery, fact) -> {
                    throw new NoSuchMethodError("built against another API");
                });
        school.publish(SEVRES, "anais", 1);

        school.deliver(SEVRES);

        assertThat(waiting()).isEqualTo("1");
    }

    @Test
    void aFactThatIsNeverHandledIsSetAsideAndCanBeTriedAgain() throws Exception {
        List<String> failures = failures(Retries.MOST);
        school.listens("canteen", failingFor("anais", failures));
        school.publish(SEVRES, "anais", 1, 2);

        for (int i = 0; i < Retries.MOST; i++) {
            school.deliver(SEVRES);
            school.clock.advance(Retries.waitAfter(i));
        }

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 2");
        SetAsideFact aside = school.setAside.at(SEVRES).get(0);
        assertThat(aside.tries()).isEqualTo(Retries.MOST);
        assertThat(aside.reason()).contains("no meal for anais");
        assertThat(school.setAside.at(SEVRES)).hasSize(1);

        assertThat(school.setAside.retry(SEVRES, aside.module(), aside.seq())).isTrue();
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 2", "canteen anais 1");
        assertThat(school.setAside.at(SEVRES)).isEmpty();
        assertThat(school.setAside.retry(SEVRES, aside.module(), aside.seq())).isFalse();
    }

    @Test
    void whatWasSetAsideCanBeGivenUp() throws Exception {
        school.listens("canteen", failingFor("anais", failures(Retries.MOST)));
        school.publish(SEVRES, "anais", 1);
        for (int i = 0; i < Retries.MOST; i++) {
            school.deliver(SEVRES);
            school.clock.advance(Retries.waitAfter(i));
        }
        SetAsideFact aside = school.setAside.at(SEVRES).get(0);

        assertThat(school.setAside.giveUp(SEVRES, aside.module(), aside.seq())).isTrue();

        assertThat(school.setAside.at(SEVRES)).isEmpty();
        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES)).isEmpty();
    }

    @Test
    void whatOneNodeHandlesAnotherLeavesAlone() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        school.listens(
                "canteen",
                (delivery, fact) -> {
                    if (fact.pupil().equals("anais") && fact.number() == 1) {
                        inside.countDown();
                        assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
                    }
                });
        school.publish(SEVRES, "anais", 1, 2);
        school.publish(SEVRES, "zoe", 1);
        Thread first = onAnotherNode();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(school.node().deliver(SEVRES, "canteen"))
                .as("comes back soon")
                .hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(1)));
        assertThat(school.heard(SEVRES)).containsExactly("canteen zoe 1");

        goOn.countDown();
        first.join(20_000);
        assertThat(school.heard(SEVRES))
                .containsExactlyInAnyOrder("canteen zoe 1", "canteen anais 1", "canteen anais 2");
        assertThat(waiting()).isEqualTo("0");
    }

    private Thread onAnotherNode() {
        Thread node =
                new Thread(
                        () -> {
                            try {
                                school.node().deliver(SEVRES, "canteen");
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        node.start();
        return node;
    }

    @Test
    void threeNodesAtOnceHandleEverythingOnceAndInOrder() throws Exception {
        school.listens("canteen", NOTHING);
        for (int i = 0; i < 40; i++) {
            school.publish(SEVRES, "anais", i);
            school.publish(SEVRES, "zoe", i);
        }

        List<Thread> nodes = List.of(onAnotherNode(), onAnotherNode(), onAnotherNode());
        for (Thread node : nodes) {
            node.join(20_000);
        }
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).hasSize(80);
        assertThat(numbersOf("anais")).isSorted().doesNotHaveDuplicates().hasSize(40);
        assertThat(numbersOf("zoe")).isSorted().doesNotHaveDuplicates().hasSize(40);
    }

    private List<Integer> numbersOf(String pupil) {
        String start = "canteen " + pupil + " ";
        return school.heard(SEVRES).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> Integer.valueOf(line.substring(start.length())))
                .toList();
    }

    @Test
    void aModuleHearsOnlyWhatIsPublishedAfterItWasSwitchedOn() throws Exception {
        school.modules.switchOff(SEVRES, "canteen");
        school.listens("canteen", NOTHING);
        school.publish(SEVRES, "anais", 1);

        school.modules.switchOn(SEVRES, "canteen");
        school.subscriptions.refresh();
        school.publish(SEVRES, "anais", 2);
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 2");
    }

    @Test
    void switchedOnAgainAModuleGetsWhatItMissed() throws Exception {
        school.listens("canteen", NOTHING);
        school.modules.switchOff(SEVRES, "canteen");
        school.subscriptions.refresh();
        school.publish(SEVRES, "anais", 1);
        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES)).isEmpty();

        school.clock.advance(EventCleaning.KEPT_WHILE_OFF.minusDays(1));
        clean();
        school.modules.switchOn(SEVRES, "canteen");
        school.subscriptions.refresh();
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 1");
    }

    @Test
    void switchedOffForLongItStartsAnew() throws Exception {
        school.listens("canteen", NOTHING);
        school.modules.switchOff(SEVRES, "canteen");
        school.subscriptions.refresh();
        school.publish(SEVRES, "anais", 1);

        school.clock.advance(EventCleaning.KEPT_WHILE_OFF.plusDays(1));
        clean();
        school.publish(SEVRES, "anais", 2);
        school.modules.switchOn(SEVRES, "canteen");
        school.subscriptions.refresh();
        school.publish(SEVRES, "anais", 3);
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 3");
    }

    @Test
    void aModuleThatIsKeptBackLosesNothingAndNoTry() throws Exception {
        school.listens("canteen", NOTHING);
        school.publish(SEVRES, "anais", 1);
        school.modules.close("canteen");
        for (int i = 0; i < 2 * Retries.MOST; i++) {
            school.deliver(SEVRES);
            school.clock.advance(Duration.ofMinutes(1));
        }

        school.modules.open("canteen");
        school.deliver(SEVRES);

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 1");
    }

    @Test
    void aVersionThatDoesNotListenAnyMoreLetsTheRestPass() throws Exception {
        school.listens("canteen", NOTHING);
        school.publish(SEVRES, "anais", 1);
        record Mark(String text) {}
        school.listens("canteen", Listener.to("pedagogy.Marked", Mark.class, (d, f) -> {}));
        school.deliver(SEVRES);
        assertThat(waiting()).as("another node may listen").isEqualTo("1");

        school.clock.advance(Duration.ofMinutes(11));
        school.deliver(SEVRES);

        assertThat(waiting()).isEqualTo("0");
        assertThat(school.heard(SEVRES)).isEmpty();
    }

    @Test
    void aFactThatItsListenerCanNotReadIsAFailure() throws Exception {
        record Other(List<String> pupil) {}
        school.listens("canteen", Listener.to(PlayedSchool.FACT, Other.class, (d, f) -> {}));
        school.publish(SEVRES, "anais", 1);

        school.deliver(SEVRES);

        assertThat(school.colleges.ask(SEVRES, "SELECT failure FROM core_event_delivery"))
                .singleElement()
                .asString()
                .contains("pupil: not a list");
    }

    @Test
    void whatEverybodyHasHandledIsTakenAwayAfterAWhile() throws Exception {
        school.listens("canteen", failingFor("zoe", failures(100)));
        school.publish(SEVRES, "anais", 1);
        school.publish(SEVRES, "zoe", 1);
        school.deliver(SEVRES);

        school.clock.advance(EventCleaning.KEPT.plusSeconds(1));
        clean();
        assertThat(school.colleges.ask(SEVRES, "SELECT subject FROM core_event"))
                .containsExactly("zoe");

        school.clock.advance(EventCleaning.STALE);
        clean();
        assertThat(waiting()).isEqualTo("0");
        assertThat(school.setAside.at(SEVRES)).hasSize(1);

        school.clock.advance(EventCleaning.KEPT_ASIDE.plusSeconds(1));
        clean();
        assertThat(school.colleges.ask(SEVRES, "SELECT subject FROM core_event")).isEmpty();
    }

    private void clean() {
        new EventCleaning(
                        school.units,
                        school.modules,
                        new JobLeases(school.units, school.clock, "node-1"),
                        school.clock)
                .clean();
    }

    @Test
    void aNodeThatStillHasTheOlderReleaseUnsubscribesNobody() {
        school.listens("canteen", (delivery, fact) -> {});
        Subscriptions olderNode = school.subscriptions(module -> Set.of(PlayedSchool.FACT));
        school.hearsNothing("canteen");

        olderNode.refresh();
        assertThat(subscribers()).containsExactly("canteen");

        // The node that has the release which should run, and listens to nothing any more.
        school.subscriptions(module -> Set.of()).refresh();
        assertThat(subscribers()).isEmpty();
    }

    @Test
    void whatTheReleaseThatShouldRunListensToNoMoreIsForgottenOnceItIsDecided() {
        Set<String> desired = new HashSet<>(Set.of(PlayedSchool.FACT));
        school.listens("canteen", (delivery, fact) -> {});
        school.hearsNothing("canteen");
        Subscriptions node = school.subscriptions(module -> Set.copyOf(desired));
        node.refresh();
        assertThat(subscribers()).containsExactly("canteen");

        desired.clear();
        node.refresh();

        assertThat(subscribers()).isEmpty();
    }

    private List<String> subscribers() {
        return school.colleges.ask(SEVRES, "SELECT module FROM core_event_listener");
    }

    @Test
    void thatTheNodeHasNoConnectionIsNoFailureOfTheListener() throws Exception {
        school.listens("canteen", (delivery, fact) -> {});
        school.publish(SEVRES, "anais", 1);
        EmptiedPool pool = new EmptiedPool(TestDatabase.get().pool(2));
        FactHandling poor =
                new FactHandling(
                        new UnitsOfWork(pool.dataSource()),
                        school.modules,
                        new Post(school.units, college -> {}),
                        PlayedSchool.NOBODY_OUTSIDE,
                        (college, module, due, asked) -> {},
                        school.clock);
        DueFact fact =
                school.units
                        .read(
                                DatabaseSpace.of(SEVRES),
                                unit ->
                                        new Inbox(unit.connection())
                                                .due("canteen", school.clock.instant()))
                        .get(0);
        pool.emptyOnce();

        assertThatThrownBy(() -> poor.handle(SEVRES, "canteen", fact))
                .isInstanceOf(NoConnection.class);

        assertThat(school.colleges.ask(SEVRES, "SELECT tries FROM core_event_delivery"))
                .containsExactly("0");
        school.deliver(SEVRES);
        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 1");
    }
}
