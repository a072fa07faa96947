package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of circulars, and what is done for them each morning. */
@PreauTest
class CareTest {

    private final PreauKit kit;
    private final Carnet carnet;

    CareTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    private void morningOf(String day) {
        kit.clock().set(Instant.parse(day + "T06:31:00Z"));
        kit.runJob("care-for-circulars");
    }

    private List<String> told(KitPerson person) {
        return kit.notices(person).stream().map(ToldNotice::title).toList();
    }

    @Test
    void guardiansAreToldOfANewCircularForEachChildAndNobodyElse() {
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.form(carnet.classCode("5eA"), carnet.classCode("5eB")));

        assertThat(told(kit.guardianOfTwo()))
                .containsExactly(
                        "Circulaire\u00a0: Sortie à l’Orangerie",
                        "Circulaire\u00a0: Sortie à l’Orangerie");
        assertThat(kit.notices(kit.guardian()))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.path()).isEqualTo("/circulars/" + circular);
                            assertThat(notice.seen()).isFalse();
                        });
        assertThat(kit.notices(kit.pupil())).isEmpty();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);
        assertThat(kit.notices(kit.guardian())).allMatch(ToldNotice::seen);
    }

    @Test
    void whoHasNotAnsweredIsRemindedTwoDaysBeforeAndOnTheLastDayAndOnlyOnceEach() {
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.form(carnet.classCode("5eA"), carnet.classCode("5eB")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);
        morningOf("2026-12-03");
        assertThat(told(kit.guardianOfTwo())).hasSize(2);

        // Two days before would be a Sunday, when nobody hears of it.
        morningOf("2026-12-04");
        morningOf("2026-12-04"); // again, as after a crash
        assertThat(told(kit.guardianOfTwo())).hasSize(4);
        morningOf("2026-12-06");
        morningOf("2026-12-07");

        assertThat(told(kit.guardianOfTwo()))
                .filteredOn(
                        title ->
                                title.startsWith(
                                        "À répondre avant la fin du mardi 8\u00a0décembre"))
                .hasSize(2);
        morningOf("2026-12-08");
        morningOf("2026-12-08");
        assertThat(told(kit.guardianOfTwo()))
                .filteredOn(title -> title.startsWith("Dernier jour"))
                .hasSize(2);
        morningOf("2026-12-09");
        assertThat(told(kit.guardianOfTwo())).hasSize(6);
        assertThat(told(kit.guardian())).hasSize(1);
    }

    @Test
    void whereTheLastDayIsASundayTheyAreRemindedOnFridayForTheLastTime() {
        carnet.send(kit.teacher(), carnet.formUntil("2026-12-06", carnet.classCode("5eA")));

        morningOf("2026-12-03");
        assertThat(told(kit.guardian())).hasSize(1);
        for (String day : List.of("2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07")) {
            morningOf(day);
        }

        assertThat(told(kit.guardian()))
                .filteredOn(title -> !title.startsWith("Circulaire"))
                .containsExactly(
                        "À répondre avant la fin du dimanche 6\u00a0décembre 2026\u00a0:"
                                + " Sortie à l’Orangerie");
    }

    @Test
    void whatEndsInTheHolidaysIsRemindedOnTheLastDayOfSchoolBeforeThem() {
        carnet.send(kit.teacher(), carnet.formUntil("2026-12-29", carnet.classCode("5eA")));

        morningOf("2026-12-17");
        assertThat(told(kit.guardian())).hasSize(1);
        morningOf("2026-12-18");

        assertThat(told(kit.guardian())).hasSize(2);
    }

    @Test
    void theAccueilShowsWhatIsUrgentBeforeWhatIsLateAndForgetsWhatIsLongPast() {
        for (int late = 0; late < 6; late++) {
            carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        }
        kit.clock().set(Instant.parse("2026-12-14T09:00:00Z"));
        UUID urgent =
                carnet.send(kit.teacher(), carnet.formUntil("2026-12-15", carnet.classCode("5eA")));

        assertThat(carnet.card(kit.guardian()).getInt("count")).isEqualTo(7);
        assertThat(
                        carnet.card(kit.guardian())
                                .getJsonArray("first")
                                .getJsonObject(0)
                                .getString("circular"))
                .isEqualTo(urgent.toString());

        kit.clock().set(Instant.parse("2027-02-10T09:00:00Z"));
        assertThat(carnet.card(kit.guardian()).getInt("count")).isEqualTo(1);
    }

    @Test
    void whoseAnswerDoesNotCountIsAskedNoMoreOnceAllOthersHaveAnswered() {
        KitPerson uncle = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        carnet.change(
                "UPDATE school.guardianship SET legal = FALSE, in_charge = TRUE WHERE adult_id = ?",
                uncle.id());
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.signed(carnet.classCode("5eA")).with("requiredFrom", "EACH"));
        assertThat(carnet.card(uncle).getInt("count")).isEqualTo(1);

        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        assertThat(carnet.card(uncle).getInt("count")).isZero();
        morningOf("2026-12-08");
        assertThat(told(uncle)).hasSize(1);
    }

    @Test
    void whoIsNoGuardianAnyMoreIsNotRemindedAndLeavesTheAccueil() {
        KitPerson brother = kit.aPupil().named("Hugo", "Bernard").inClass("5eB").create();
        KitPerson other =
                kit.aGuardian().named("Rose", "Bernard").of(kit.pupil(), brother).create();
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.signed(carnet.classCode("5eA")).with("requiredFrom", "EACH"));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);
        carnet.endGuardianship(other, kit.pupil());

        morningOf("2026-12-06");

        assertThat(told(other)).hasSize(1);
        assertThat(carnet.card(other).getInt("count")).isZero();
        assertThat(
                        carnet.ask(
                                "SELECT child_name FROM communication_circular_child"
                                        + " WHERE circular_id = ? AND settled_at IS NOT NULL",
                                circular))
                .as("nobody else is awaited for this child")
                .containsExactly("Inès Bernard");
    }

    @Test
    void aChildThatHasLeftIsNotWaitedForAnyMore() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        kit.aPupil().named("Pour", "Mémoire").create(); // so that the directory is put back
        carnet.change(
                "UPDATE school.person SET left_on = '2026-12-01' WHERE id = ?", kit.pupil().id());

        morningOf("2026-12-06");

        FollowPage page =
                kit.as(kit.teacher()).get("/circulars/sent/" + circular).as(FollowPage.class);
        assertThat(page.children()).isEqualTo(1);
        assertThat(told(kit.guardian())).hasSize(1);
    }

    @Test
    void aCircularThatTheSchoolHasWithdrawnRemindsNobody() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        assertThat(
                        kit.as(cpe)
                                .post(
                                        "/published/CIRCULAR/" + circular + "/withdrawal",
                                        Form.empty())
                                .status())
                .isEqualTo(200);

        morningOf("2026-12-06");

        assertThat(told(kit.guardian())).isEmpty();
    }

    @Test
    void aCircularThatWasReplacedRemindsNobody() {
        UUID first = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        carnet.send(
                kit.teacher(),
                Form.of(
                        "title",
                        "Sortie reportée",
                        "text",
                        "En janvier.",
                        "deadline",
                        "2027-01-15",
                        "to",
                        carnet.classCode("5eA"),
                        "replaces",
                        first.toString()));

        morningOf("2026-12-08");

        assertThat(told(kit.guardian()))
                .containsExactly(
                        "Circulaire\u00a0: Sortie à l’Orangerie",
                        "Circulaire\u00a0: Sortie reportée");
    }

    @Test
    void nothingIsWrongWhereThereIsNothingToCareFor() {
        morningOf("2026-12-08");

        assertThat(kit.notices()).isEmpty();
    }

    @Test
    void aFamilyThatComesAfterTheSendingIsAskedTheNextMorningAndOnce() {
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        KitPerson late = kit.aPupil().named("Noé", "Nguyễn").inClass("5eA").create();
        KitPerson theirs = kit.aGuardian().named("Linh", "Nguyễn").of(late).create();
        assertThat(carnet.page(theirs, circular).status()).isEqualTo(404);

        morningOf("2026-12-01");
        morningOf("2026-12-02");

        assertThat(told(theirs)).containsExactly("Circulaire\u00a0: Sortie à l’Orangerie");
        assertThat(carnet.card(theirs).getInt("count")).isEqualTo(1);
        assertThat(carnet.answer(theirs, circular, late, 0).status()).isEqualTo(200);
        assertThat(carnet.state(theirs, circular, late)).isEqualTo("ANSWERED");
        assertThat(kit.as(kit.teacher()).get("/circulars/sent/" + circular + "/seal").html())
                .doesNotContain("danger");
        assertThat(kit.notices(kit.guardian())).hasSize(1);
    }

    @Test
    void aGuardianWhoComesLaterIsAskedUnlessNobodyIsWaitedForAnyMore() {
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);
        KitPerson second = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
        UUID each =
                carnet.send(
                        kit.teacher(),
                        carnet.signed(carnet.classCode("5eA")).with("requiredFrom", "EACH"));
        KitPerson third = kit.aGuardian().named("Ève", "Bernard").of(kit.pupil()).create();

        morningOf("2026-12-01");

        assertThat(carnet.state(second, circular, kit.pupil())).isEqualTo("ANSWERED_BY_OTHER");
        assertThat(carnet.state(third, each, kit.pupil())).isEqualTo("TO_ANSWER");
        assertThat(carnet.card(second).getInt("count")).isEqualTo(1);
    }

    @Test
    void whoWasTakenOffByAnImportThatWasWrongIsAskedAgain() {
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));
        KitPerson awa = carnet.child("Awa", "Martin");
        carnet.endGuardianship(kit.guardianOfTwo(), awa);
        morningOf("2026-12-01");
        assertThat(carnet.card(kit.guardianOfTwo()).getInt("count")).isZero();

        carnet.change(
                "UPDATE school.guardianship SET valid_until = NULL"
                        + " WHERE adult_id = ? AND child_id = ?",
                kit.guardianOfTwo().id(),
                awa.id());
        morningOf("2026-12-02");

        assertThat(carnet.card(kit.guardianOfTwo()).getInt("count")).isEqualTo(1);
        assertThat(carnet.state(kit.guardianOfTwo(), circular, awa)).isEqualTo("TO_ANSWER");
    }

    @Test
    void whatIsOverOrReplacedIsBroughtToNobodyElse() {
        UUID over = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        KitPerson late = kit.aPupil().named("Noé", "Petit").inClass("5eA").create();
        KitPerson theirs = kit.aGuardian().named("Jean", "Petit").of(late).create();

        morningOf("2026-12-09");

        assertThat(carnet.page(theirs, over).status()).isEqualTo(404);
        assertThat(told(theirs)).isEmpty();
    }
}
