package fr.preau.communication.figures;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a principal reads of how much is written, and nobody's name with it. */
@PreauTest
class FiguresTest {

    private final PreauKit kit;
    private final KitPerson teacher;
    private final KitPerson guardian;

    FiguresTest(PreauKit kit) {
        this.kit = kit;
        this.teacher = kit.teacher();
        this.guardian = kit.guardian();
    }

    private String write(KitPerson to) {
        return Objects.requireNonNull(
                kit.as(teacher)
                        .post(
                                "/messages",
                                Form.of(
                                        "to",
                                        "person:" + to.id(),
                                        "subject",
                                        "Sortie",
                                        "text",
                                        "Demain.",
                                        "key",
                                        UUID.randomUUID().toString()))
                        .location());
    }

    private List<FiguresPage.Week> weeks() {
        return kit.as(kit.staff(PRINCIPAL)).get("/safety/figures").as(FiguresPage.class).weeks();
    }

    /** Lets a Monday to Sunday pass, and a day more. */
    private void theWeekIsOver() {
        for (int day = 1; day <= 9; day++) {
            kit.clock().advance(Duration.ofDays(1));
            kit.runJob("count-letters");
        }
    }

    @Test
    void lettersAreCountedOnceTheirWeekIsOverWithWhoHadReadAndAnsweredInADay() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        String first = write(guardian);
        for (int i = 0; i < 4; i++) {
            write(kit.staff(CPE));
        }
        kit.clock().advance(Duration.ofSeconds(11)); // until then it may be taken back
        kit.as(guardian).post(first + "/replies", Form.of("text", "Merci.", "seen", "1"));
        kit.runJob("count-letters");
        kit.clock().advance(Duration.ofDays(6));
        kit.runJob("count-letters");
        assertThat(weeks()).isEmpty();

        theWeekIsOver();

        assertThat(weeks())
                .singleElement()
                .satisfies(
                        week -> {
                            assertThat(week.letters()).isEqualTo(5);
                            assertThat(week.readers()).isEqualTo(5);
                            assertThat(week.readSoon()).isEqualTo(1);
                            assertThat(week.answered()).isEqualTo(1);
                            assertThat(week.readPercent()).isEqualTo(20);
                        });
        assertThat(kit.as(kit.staff(PRINCIPAL)).get("/safety/figures").html())
                .contains("Lus dans la journée", "1 (20\u00a0%)")
                .doesNotContain(guardian.displayName(), teacher.displayName());
    }

    @Test
    void whatIsReadInTimeCountsWhateverComesInAfterAndWhatIsReadTooLateDoesNot() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        String inTime = write(guardian);
        String late = write(kit.guardianOfTwo());
        for (int i = 0; i < 3; i++) {
            write(kit.staff(CPE));
        }
        kit.clock().advance(Duration.ofHours(1));
        kit.as(guardian).post(inTime + "/read", Form.of("seen", "1"));
        kit.clock().advance(Duration.ofHours(22));
        kit.as(teacher).post(inTime + "/replies", Form.of("text", "Encore.", "seen", "0"));
        // Nothing counts for a while, and the other one reads and answers after two days.
        kit.clock().advance(Duration.ofDays(2));
        kit.as(kit.guardianOfTwo()).post(late + "/replies", Form.of("text", "Merci.", "seen", "1"));
        theWeekIsOver();

        assertThat(weeks())
                .singleElement()
                .satisfies(
                        week -> {
                            assertThat(week.readSoon()).isEqualTo(1);
                            assertThat(week.answered()).isZero();
                        });
    }

    @Test
    void aWeekWithFewerThanFiveReadersSaysNothingOfThem() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
        write(guardian);
        theWeekIsOver();

        assertThat(weeks()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerForTheCollegeReadsNoFigures() {
        for (KitPerson other : List.of(teacher, guardian, kit.pupil(), kit.staff(CPE))) {
            assertThat(kit.as(other).get("/safety/figures").status()).isEqualTo(403);
        }
    }
}
