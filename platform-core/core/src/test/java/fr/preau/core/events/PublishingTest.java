package fr.preau.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.event.Fact;
import fr.preau.api.school.Uai;
import fr.preau.core.tenancy.DatabaseSpace;
import fr.preau.core.testing.TwoColleges;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a module may publish, and when it is published. */
class PublishingTest {

    private static final Uai SEVRES = TwoColleges.SEVRES;

    private final List<Uai> woken = new ArrayList<>();
    private final PlayedSchool school;

    PublishingTest() throws Exception {
        this.school = new PlayedSchool(woken::add);
    }

    @AfterEach
    void end() {
        school.end();
    }

    private List<String> published() {
        return school.colleges.ask(SEVRES, "SELECT subject FROM core_event ORDER BY seq");
    }

    @Test
    void aFactIsThereOnceItsWorkIsCommittedAndTheLoopIsWoken() {
        school.units.write(
                DatabaseSpace.of(SEVRES),
                unit -> {
                    school.publishHere("anais", 1);
                    assertThat(woken).isEmpty();
                    return true;
                });

        assertThat(published()).containsExactly("anais");
        assertThat(woken).containsExactly(SEVRES);
        assertThat(school.colleges.ask(TwoColleges.NANTERRE, "SELECT id FROM core_event"))
                .isEmpty();
    }

    @Test
    void aFactOfWorkThatFailsWasNeverPublished() {
        assertThatThrownBy(
                        () ->
                                school.units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            school.publishHere("anais", 1);
                                            throw new IllegalStateException("full");
                                        }))
                .hasMessage("full");

        assertThat(published()).isEmpty();
        assertThat(woken).isEmpty();
    }

    @Test
    void whoOnlyReadsPublishesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                school.units.read(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            school.publishHere("anais", 1);
                                            return true;
                                        }))
                .withMessageContaining("only reads");
        assertThatIllegalStateException()
                .isThrownBy(() -> school.publishHere("anais", 1))
                .withMessageContaining("no unit of work");
    }

    @Test
    void aFactThatTheManifestDoesNotDeclareIsRefused() {
        refused(new PlayedSchool.Undeclared("anais"), "anais", "school-life.RollCalled");
    }

    @Test
    void aFactNeedsItsNameItsSubjectAndAModestSize() {
        record Nameless(String pupil) {}
        refused(new Nameless("anais"), "anais", "has no @Fact");
        @Fact(PlayedSchool.FACT)
        record Hidden(String pupil) {}
        refused(new Hidden("anais"), "anais", "is not public");
        refused(fact("malade"), " ", "1 to 120 characters");
        refused(fact("malade"), "x".repeat(121), "1 to 120 characters");
        refused(fact("x".repeat(60_001)), "anais", "larger than 60 kB");
    }

    private static Record fact(String reason) {
        return new PlayedSchool.Published("anais", 1, reason);
    }

    private void refused(Record fact, String subject, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                school.units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            school.publishHere(fact, subject);
                                            return true;
                                        }))
                .withMessageContaining(reason);
        assertThat(published()).isEmpty();
    }

    @Test
    void ofTwoWhoChangeTheSameRowTheOneThatCommitsFirstStandsFirst() throws Exception {
        school.colleges.change(
                SEVRES, "INSERT INTO school_group (id, code, name) VALUES (UUID(), 'g', 'old')");
        CountDownLatch secondHasPublished = new CountDownLatch(1);
        Thread second =
                new Thread(
                        () ->
                                school.units.write(
                                        DatabaseSpace.of(SEVRES),
                                        unit -> {
                                            school.publishHere("second", 2);
                                            secondHasPublished.countDown();
                                            return rename("second");
                                        }));
        school.units.write(
                DatabaseSpace.of(SEVRES),
                unit -> {
                    rename("first");
                    second.start();
                    await(secondHasPublished);
                    school.publishHere("first", 1);
                    return true;
                });
        second.join(20_000);

        assertThat(published()).containsExactly("first", "second");
        assertThat(school.heard(SEVRES)).containsExactly("second");
    }

    private int rename(String name) {
        return school.colleges.changeHere(
                "UPDATE school_group SET name = ? WHERE code = 'g'", name);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
