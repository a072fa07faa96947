package fr.preau.core.events;

import static fr.preau.core.testing.TwoColleges.NANTERRE;
import static fr.preau.core.testing.TwoColleges.SEVRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.event.Delivery;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts that one place sends to another. */
class PostTest {

    private static final Uai NOWHERE = Uai.ofDepartement("75");

    private final List<Uai> woken = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final PlayedSchool school = new PlayedSchool(woken::add);

    PostTest() throws Exception {}

    @BeforeEach
    void somebodyListens() {
        school.listens("canteen", (delivery, fact) -> deliveries.add(delivery));
    }

    @AfterEach
    void end() {
        school.end();
    }

    private void deliverEverywhere() throws InterruptedException {
        school.deliver(SEVRES);
        school.deliver(NANTERRE);
    }

    private List<String> waiting(Uai place) {
        return school.units.read(
                DatabaseSpace.of(place),
                unit -> unit.query("SELECT module FROM core_event_delivery", r -> r.getString(1)));
    }

    @Test
    void aFactIsHeardWhereItWasSentAndNowhereElse() throws InterruptedException {
        school.send(SEVRES, NANTERRE, "anais", 1, 2, 3);

        assertThat(school.heard(NANTERRE)).as("before the post").isEmpty();
        deliverEverywhere();

        assertThat(school.heard(NANTERRE))
                .containsExactly("canteen anais 1", "canteen anais 2", "canteen anais 3");
        assertThat(school.heard(SEVRES)).isEmpty();
        assertThat(deliveries).extracting(Delivery::origin).containsOnly(SEVRES);
        assertThat(deliveries).extracting(Delivery::college).containsOnly(NANTERRE);
        assertThat(waiting(SEVRES)).isEmpty();
        assertThat(waiting(NANTERRE)).isEmpty();
    }

    @Test
    void aFactOfThisPlaceSaysSo() throws InterruptedException {
        school.publish(SEVRES, "anais", 1);
        school.send(SEVRES, SEVRES, "anais", 2);
        deliverEverywhere();

        assertThat(school.heard(SEVRES)).containsExactly("canteen anais 1", "canteen anais 2");
        assertThat(deliveries).extracting(Delivery::origin).containsOnly(SEVRES);
    }

    @Test
    void noModuleTellsOneCollegeOfAnother() {
        assertThatThrownBy(() -> school.sendAsModule(SEVRES, NANTERRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not to the collège");
        school.sendAsModule(SEVRES, NOWHERE);
        assertThat(waiting(SEVRES)).containsExactly(Post.to(NOWHERE));
    }

    @Test
    void theOtherPlaceIsWokenWhenItArrives() throws InterruptedException {
        school.send(SEVRES, NANTERRE, "anais", 1);
        assertThat(woken).containsExactly(SEVRES);

        school.node(woken::add).deliver(SEVRES, Post.to(NANTERRE));

        assertThat(woken).containsExactly(SEVRES, NANTERRE);
    }

    @Test
    void whatArrivedBeforeACrashArrivesOnce() throws InterruptedException {
        school.send(SEVRES, NANTERRE, "anais", 1);
        PublishedFact fact =
                school.units
                        .read(
                                DatabaseSpace.of(SEVRES),
                                unit ->
                                        new Inbox(unit.connection())
                                                .due(Post.to(NANTERRE), school.clock.instant()))
                        .get(0)
                        .fact();
        new Post(school.units, college -> {}).bring(SEVRES, Post.to(NANTERRE), fact);

        deliverEverywhere();
        deliverEverywhere();

        assertThat(school.heard(NANTERRE)).containsExactly("canteen anais 1");
    }

    @Test
    void whatIsRolledBackWasNotSent() throws InterruptedException {
        assertThatThrownBy(
                        () ->
                                school.units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            school.sendHere(NANTERRE, "anais", 1);
                                            throw new IllegalStateException("no");
                                        }))
                .hasMessage("no");
        deliverEverywhere();

        assertThat(school.heard(NANTERRE)).isEmpty();
    }

    @Test
    void aPlaceThatIsNotThereKeepsNobodyElseWaiting() throws InterruptedException {
        school.send(SEVRES, NOWHERE, "anais", 1);
        school.send(SEVRES, NANTERRE, "anais", 2);
        deliverEverywhere();

        assertThat(school.heard(NANTERRE)).containsExactly("canteen anais 2");
        assertThat(waiting(SEVRES)).containsExactly(Post.to(NOWHERE));
    }
}
