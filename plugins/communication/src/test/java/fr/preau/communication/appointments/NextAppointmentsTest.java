package fr.preau.communication.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is booked and still to come, said with whom, about whom, when and where. */
@PreauTest
class NextAppointmentsTest {

    private static final String JULIE = "Julie Faure";

    private final PreauKit kit;

    NextAppointmentsTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aGuardianReadsWithWhomForWhomWhenAndWhereOnTheCardAndOnThePage() {
        Evening evening = inRoom("Salle Éluard", "5eA", "5eB");
        evening.book(kit.guardianOfTwo(), JULIE, "17 h 10");

        KitAnswer card = kit.as(kit.guardianOfTwo()).card("meetings");
        KitAnswer page = kit.as(kit.guardianOfTwo()).get("/meetings");

        for (KitAnswer answer : new KitAnswer[] {card, page}) {
            assertThat(answer.html())
                    .contains("Vos prochains rendez-vous", JULIE, "pour ", " Martin")
                    .contains("17\u00a0h\u00a010", "Salle Éluard", evening.address() + "/book");
        }
        assertThat(card.statements()).isLessThanOrEqualTo(9);
        assertThat(page.statements()).isLessThanOrEqualTo(5);
    }

    @Test
    void aRoomThatNobodyHasSaidIsSaidToBeMissing() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(kit.as(kit.guardian()).card("meetings").html()).contains("salle à préciser");
    }

    @Test
    void severalForSeveralChildrenAreOneLineEachInTheirOrderWithoutFurtherStatements() {
        Evening evening = inRoom("Salle 4", "5eA", "5eB");
        evening.book(kit.guardianOfTwo(), JULIE, "17 h 50");
        int one = kit.as(kit.guardianOfTwo()).get("/meetings").statements();
        evening.book(kit.guardianOfTwo(), JULIE, "17 h 10");

        KitAnswer page = kit.as(kit.guardianOfTwo()).get("/meetings");

        assertThat(page.as(MeetingsPage.class).next())
                .extracting(line -> Objects.requireNonNull(line.visit()).child())
                .containsExactlyInAnyOrder("Awa Martin", "Léo Martin");
        assertThat(page.html().indexOf("17\u00a0h\u00a010"))
                .isLessThan(page.html().indexOf("17\u00a0h\u00a050"));
        assertThat(page.statements()).isEqualTo(one);
    }

    @Test
    void onlyTheGuardianWhoHasBookedReadsItAndNobodyElseDoes() {
        KitPerson other = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
        Evening evening = Evening.open(kit, "5eA", "5eB");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(next(kit.guardian())).hasSize(1);
        assertThat(next(other)).isEmpty();
        assertThat(next(kit.guardianOfTwo())).isEmpty();
        assertThat(next(kit.otherCollege().guardian())).isEmpty();
    }

    @Test
    void aTeacherReadsWhoComes() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        assertThat(kit.as(kit.teacher()).card("meetings").html())
                .contains(kit.pupil().displayName())
                .doesNotContain("pour ");
    }

    @Test
    void whatIsOverIsSaidNoMore() {
        Evening evening = Evening.open(kit, "5eA");
        evening.book(kit.guardian(), JULIE, "17 h 10");

        kit.clock().set(Instant.parse("2026-12-01T16:11:00Z"));

        assertThat(next(kit.guardian())).isEmpty();
        assertThat(kit.as(kit.guardian()).get("/meetings").html())
                .doesNotContain("Vos prochains rendez-vous");
    }

    private Iterable<MeetingsCard.Line> next(KitPerson guardian) {
        return kit.as(guardian).get("/meetings").as(MeetingsPage.class).next();
    }

    private Evening inRoom(String room, String... classes) {
        kit.clock().set(Evening.MONDAY);
        UUID key = UUID.randomUUID();
        kit.as(kit.staff(StaffFunction.PRINCIPAL))
                .post("/meetings/new", Evening.form(kit, key, classes).with("place", room));
        return new Evening(kit, key);
    }
}
