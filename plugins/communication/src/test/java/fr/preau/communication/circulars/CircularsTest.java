package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A circular from its first word to the last answer. */
@PreauTest
class CircularsTest {

    private final PreauKit kit;
    private final Carnet carnet;

    CircularsTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void aGuardianFindsOnTheAccueilWhatAsksForAnAnswerAndAnswersWithOneTap() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));

        JsonObject card = carnet.card(kit.guardian());
        assertThat(card.getInt("count")).isEqualTo(1);
        assertThat(card.getJsonArray("first").getJsonObject(0).getString("child"))
                .isEqualTo("Inès Bernard");
        assertThat(carnet.page(kit.guardian(), circular).html())
                .contains(
                        "J’ai pris connaissance, pour Inès Bernard", "mardi 8\u00a0décembre 2026");
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        assertThat(carnet.state(kit.guardian(), circular, kit.pupil())).isEqualTo("ANSWERED");
        assertThat(carnet.card(kit.guardian()).getInt("count")).isZero();
    }

    @Test
    void whatAsksForAnAnswerStandsBeforeTheMessagesOnTheAccueil() {
        carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));

        String accueil = kit.as(kit.guardian()).accueil().html();

        assertThat(accueil.indexOf("À répondre")).isPositive();
        assertThat(accueil.indexOf("À répondre"))
                .isLessThan(accueil.indexOf("Aucune conversation non lue"));
    }

    @Test
    void theNumbersAreShownBeforeAnythingIsSent() {
        kit.aPupil().named("Sans", "Responsable").inClass("5eA").create();
        String draft =
                carnet.draft(
                        kit.teacher(),
                        carnet.form(carnet.classCode("5eA"), carnet.classCode("5eB")));

        JsonObject preview = carnet.preview(kit.teacher(), draft);

        assertThat(preview.getInt("families")).isEqualTo(2);
        assertThat(preview.getInt("guardians")).isEqualTo(2);
        assertThat(preview.getInt("children")).isEqualTo(3);
        assertThat(preview.getInt("withoutGuardian")).isEqualTo(1);
        assertThat(carnet.card(kit.guardian()).getInt("count")).isZero();
    }

    @Test
    void aGuardianOfTwoChildrenOfTheSameClassAnswersForEach() {
        KitPerson one = kit.aPupil().named("Zoé", "Lenoir").inClass("5eA").create();
        KitPerson two = kit.aPupil().named("Élie", "Lenoir").inClass("5eA").create();
        KitPerson guardian = kit.aGuardian().named("Anaïs", "Lenoir").of(one, two).create();
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        assertThat(carnet.card(guardian).getInt("count")).isEqualTo(2);

        carnet.answer(guardian, circular, one, 0, "0");

        assertThat(carnet.part(guardian, circular, one).getJsonArray("values").getString(0))
                .isEqualTo("0");
        assertThat(carnet.state(guardian, circular, two)).isEqualTo("TO_ANSWER");
        assertThat(carnet.page(guardian, circular).html())
                .contains("J’autorise, pour Élie Lenoir", "Changer ma réponse");
    }

    @Test
    void whereOneIsEnoughTheOtherGuardianIsAskedNoMoreButMayAnswerToo() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));

        carnet.answer(other, circular, kit.pupil(), 0, "0");

        assertThat(carnet.state(kit.guardian(), circular, kit.pupil()))
                .isEqualTo("ANSWERED_BY_OTHER");
        assertThat(carnet.card(kit.guardian()).getInt("count")).isZero();
        assertThat(carnet.page(kit.guardian(), circular).json().toString()).doesNotContain("Rose");
        assertThat(carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1").status())
                .isEqualTo(200);
    }

    @Test
    void whereEachMustAnswerTheChildWaitsForBoth() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.signed(carnet.classCode("5eA")).with("requiredFrom", "EACH"));

        carnet.answer(other, circular, kit.pupil(), 0);
        assertThat(carnet.card(kit.guardian()).getInt("count")).isEqualTo(1);
        assertThat(settled(circular)).isZero();
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        assertThat(settled(circular)).isEqualTo(1);
    }

    private int settled(UUID circular) {
        return carnet.ask(
                        "SELECT id FROM communication_circular_child"
                                + " WHERE circular_id = ? AND settled_at IS NOT NULL",
                        circular)
                .size();
    }

    @Test
    void bothGuardiansMayAnswerAtTheSameMoment() throws Exception {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular = carnet.send(kit.teacher(), carnet.signed(carnet.classCode("5eA")));

        List<KitAnswer> answers =
                atOnce(
                        () -> carnet.answer(other, circular, kit.pupil(), 0),
                        () -> carnet.answer(kit.guardian(), circular, kit.pupil(), 0));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(positions(circular)).containsExactly("1", "2");
    }

    @Test
    void anAnswerSentTwiceAtOnceIsKeptOnce() throws Exception {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        Callable<KitAnswer> tap =
                () -> carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        assertThat(atOnce(tap, tap)).allMatch(answer -> answer.status() == 200);

        assertThat(positions(circular)).containsExactly("1");
    }

    private List<String> positions(UUID circular) {
        return carnet.ask(
                "SELECT place FROM communication_circular_answer"
                        + " WHERE circular_id = ? ORDER BY place",
                circular);
    }

    @SafeVarargs
    private static List<KitAnswer> atOnce(Callable<KitAnswer>... taps) throws Exception {
        ExecutorService hurried = Executors.newFixedThreadPool(taps.length);
        try {
            List<KitAnswer> answers = new ArrayList<>();
            for (Future<KitAnswer> answer : hurried.invokeAll(List.of(taps))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            hurried.shutdown();
        }
    }

    @Test
    void aDraftSentTwiceReachesFamiliesOnce() {
        String draft = carnet.draft(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        KitAnswer first = carnet.sendDraft(kit.teacher(), draft);

        KitAnswer second =
                kit.as(kit.teacher())
                        .post("/circulars/drafts/" + draft + "/send", Form.of("version", "1"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(carnet.card(kit.guardian()).getInt("count")).isEqualTo(1);
        KitAnswer changed =
                kit.as(kit.teacher())
                        .post("/circulars/drafts/" + draft, carnet.form(carnet.classCode("5eB")));
        assertThat(changed.problem().type()).isEqualTo("circular-sent");
    }

    @Test
    void whatIsSentIsWhatWasLookedAt() {
        String draft = carnet.draft(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        int seen = carnet.preview(kit.teacher(), draft).getInt("version");
        kit.as(kit.teacher())
                .post(
                        "/circulars/drafts/" + draft,
                        carnet.form(carnet.classCode("5eA"), carnet.classCode("5eB")));

        KitAnswer sent =
                kit.as(kit.teacher())
                        .post(
                                "/circulars/drafts/" + draft + "/send",
                                Form.of("version", "" + seen));

        assertThat(sent.problem().type()).isEqualTo("circular-changed");
        assertThat(carnet.card(kit.guardianOfTwo()).getInt("count")).isZero();
    }

    @Test
    void aChoiceMayBeCorrectedUntilTheDeadlineAndBothAnswersStay() {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");

        assertThat(carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "1").status())
                .isEqualTo(200);
        assertThat(
                        carnet.ask(
                                "SELECT given FROM communication_circular_answer"
                                        + " WHERE circular_id = ? ORDER BY answer_number",
                                circular))
                .containsExactly("0", "1");
        kit.clock().set(Instant.parse("2026-12-08T23:00:00Z")); // midnight in Paris
        assertThat(carnet.answer(kit.guardian(), circular, kit.pupil(), 2, "0").problem().type())
                .isEqualTo("circular-answered");
    }

    @Test
    void anAnswerFromAScreenThatIsBehindIsNotTaken() {
        UUID circular = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");

        KitAnswer late = carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        assertThat(late.status()).isEqualTo(422);
        assertThat(carnet.part(kit.guardian(), circular, kit.pupil()).getJsonArray("values"))
                .hasToString("[\"0\"]");
    }

    @Test
    void aSignatureCanNotBeTakenBack() {
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        carnet.signed(carnet.classCode("5eA"))
                                .with("options", "J’autorise\nJe n’autorise pas"));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        KitAnswer again = carnet.answer(kit.guardian(), circular, kit.pupil(), 1, "0");

        assertThat(again.problem().type()).isEqualTo("circular-answered");
        assertThat(carnet.page(kit.guardian(), circular).html())
                .contains("Une signature ne peut pas être retirée");
    }

    @Test
    void theDeadlineEndsAtMidnightInParisAndAFirstAnswerStillComesInLate() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        kit.clock().set(Instant.parse("2026-12-08T22:59:59Z"));
        assertThat(overdue()).isFalse();
        kit.clock().set(Instant.parse("2026-12-08T23:00:00Z"));
        assertThat(overdue()).isTrue();

        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        assertThat(carnet.part(kit.guardian(), circular, kit.pupil()).getBoolean("late")).isTrue();
    }

    private boolean overdue() {
        return carnet.card(kit.guardian())
                .getJsonArray("first")
                .getJsonObject(0)
                .getBoolean("overdue");
    }

    @Test
    void a29thOfFebruaryIsADeadlineAndADayThatDoesNotExistIsNot() {
        kit.clock().set(Instant.parse("2028-02-20T09:00:00Z"));
        Form leap = carnet.form(carnet.classCode("5eA"));
        UUID circular =
                carnet.send(
                        kit.teacher(),
                        Form.of(
                                "title",
                                "Année",
                                "text",
                                "Bissextile",
                                "deadline",
                                "2028-02-29",
                                "to",
                                carnet.classCode("5eA")));
        assertThat(
                        carnet.ask(
                                "SELECT closes_at FROM communication_circular WHERE id = ?",
                                circular))
                .singleElement()
                .asString()
                .startsWith("2028-02-29 23:00:00");
        String draft = kit.as(kit.teacher()).get("/circulars/new").json().getString("draft");
        Form none =
                Form.of(
                        "title",
                        "Année",
                        "text",
                        "Commune",
                        "deadline",
                        "2027-02-29",
                        "to",
                        carnet.classCode("5eA"));
        KitAnswer refused =
                kit.as(kit.teacher()).post("/circulars/drafts/" + draft + "/preview", none);
        assertThat(refused.violations()).containsOnlyKeys("deadline");
        assertThat(
                        kit.as(kit.teacher())
                                .post("/circulars/drafts/" + draft + "/preview", leap)
                                .violations())
                .as("a day that has passed")
                .containsOnlyKeys("deadline");
    }

    @Test
    void whoIsNoLongerAGuardianOfAChildSeesNothingOfItAndAnswersNothing() {
        KitPerson awa = carnet.child("Awa", "Martin");
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        carnet.endGuardianship(kit.guardianOfTwo(), awa);

        assertThat(carnet.page(kit.guardianOfTwo(), circular).status()).isEqualTo(404);
        assertThat(carnet.answer(kit.guardianOfTwo(), circular, awa, 0).status()).isEqualTo(404);
        assertThat(kit.as(kit.guardianOfTwo()).get("/circulars").html())
                .contains("Aucune circulaire reçue")
                .doesNotContain("Orangerie");
    }

    @Test
    void aCircularForEmptyClassesReachesNobodyAndStaysADraft() {
        kit.aPupil().named("Sans", "Responsable").inClass("3eZ").create();
        KitPerson principal = kit.staff(StaffFunction.PRINCIPAL);
        String draft = carnet.draft(principal, carnet.form(carnet.classCode("3eZ")));

        assertThat(carnet.preview(principal, draft).getInt("guardians")).isZero();
        assertThat(carnet.sendDraft(principal, draft).problem().type())
                .isEqualTo("circular-for-nobody");
    }

    @Test
    void aTeacherWritesToTheirOwnClassesOnly() {
        KitPerson teacher = kit.college().otherTeacher();
        String draft = kit.as(teacher).get("/circulars/new").json().getString("draft");

        for (String code : List.of(carnet.classCode("5eA"), "all", "level:5e", "made:up")) {
            KitAnswer refused =
                    kit.as(teacher)
                            .post("/circulars/drafts/" + draft + "/preview", carnet.form(code));
            assertThat(refused.violations()).as(code).containsOnlyKeys("to");
        }
    }

    @Test
    void staffWriteToALevelOrToTheWholeCollege() {
        KitPerson secretary = kit.staff(StaffFunction.SECRETARY);
        String draft = carnet.draft(secretary, carnet.form("level:5e"));

        assertThat(carnet.preview(secretary, draft).getInt("children")).isEqualTo(3);
        String all = carnet.draft(secretary, carnet.form("all"));
        assertThat(carnet.preview(secretary, all).getInt("children")).isEqualTo(3);
    }

    @Test
    void onlyThoseWhoMayWriteAndOnlyTheirOwnDrafts() {
        assertThat(kit.as(kit.pupil()).get("/circulars/new").status()).isEqualTo(403);
        assertThat(kit.as(kit.guardian()).get("/circulars/sent").status()).isEqualTo(403);
        assertThat(kit.as(kit.staff(StaffFunction.GESTIONNAIRE)).get("/circulars/new").status())
                .isEqualTo(403);
        String draft = carnet.draft(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        KitPerson cpe = kit.staff(StaffFunction.CPE);
        assertThat(kit.as(cpe).get("/circulars/drafts/" + draft).status()).isEqualTo(404);
        assertThat(kit.as(cpe).post("/circulars/drafts/" + draft, carnet.form("all")).status())
                .isEqualTo(404);
        assertThat(kit.as(kit.otherCollege().teacher()).get("/circulars/drafts/" + draft).status())
                .isEqualTo(404);
    }

    @Test
    void aCircularIsReadByItsOwnFamiliesOnly() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eB")));

        assertThat(carnet.page(kit.guardian(), circular).status()).isEqualTo(404);
        assertThat(carnet.answer(kit.guardian(), circular, kit.pupil(), 0).status()).isEqualTo(404);
        assertThat(carnet.answer(kit.guardian(), circular, kit.college().otherPupil(), 0).status())
                .isEqualTo(404);
        assertThat(carnet.page(kit.otherCollege().guardian(), circular).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoAnswerIsNotTakenAndWhatWasTypedStays() {
        Form form =
                carnet.form(carnet.classCode("5eA"))
                        .with("kind", "FORM")
                        .with("q.1.label", "Allergies ?")
                        .with("q.1.kind", "TEXT")
                        .with("q.2.label", "Sait nager ?")
                        .with("q.2.kind", "YES_NO");
        UUID circular = carnet.send(kit.teacher(), form);

        KitAnswer refused =
                carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "Ara­chides", "maybe");

        assertThat(refused.violations()).containsOnlyKeys("a.0.1");
        assertThat(
                        carnet.answer(
                                        kit.guardian(),
                                        circular,
                                        kit.pupil(),
                                        0,
                                        "x".repeat(501),
                                        "yes")
                                .violations())
                .containsOnlyKeys("a.0.0");
        assertThat(
                        carnet.answer(
                                        kit.guardian(),
                                        circular,
                                        kit.pupil(),
                                        0,
                                        "Œufs <b>crus</b>",
                                        "yes")
                                .status())
                .isEqualTo(200);
        assertThat(carnet.page(kit.guardian(), circular).html())
                .contains("Œufs &lt;b&gt;crus&lt;/b&gt;", "Sait nager");
    }

    @Test
    void aDraftIsKeptIncompleteAndShownAgainWhenItIsLookedAt() {
        String draft = kit.as(kit.teacher()).get("/circulars/new").json().getString("draft");
        KitAnswer kept =
                kit.as(kit.teacher())
                        .post(
                                "/circulars/drafts/" + draft,
                                Form.of("title", "Été à Noël", "deadline", ""));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(
                        kit.as(kit.teacher())
                                .get("/circulars/drafts/" + draft)
                                .json()
                                .getString("title"))
                .isEqualTo("Été à Noël");

        KitAnswer looked =
                kit.as(kit.teacher())
                        .post(
                                "/circulars/drafts/" + draft + "/preview",
                                Form.of(
                                        "title",
                                        "Été à Noël",
                                        "kind",
                                        "CHOICE",
                                        "options",
                                        "Un seul"));

        assertThat(looked.violations()).containsOnlyKeys("text", "to", "deadline", "options");
        assertThat(
                        kit.as(kit.teacher())
                                .get("/circulars/drafts/" + draft + "/preview")
                                .problem()
                                .type())
                .isEqualTo("circular-incomplete");
        kit.as(kit.teacher()).post("/circulars/drafts/" + draft + "/delete", Form.empty());
        assertThat(kit.as(kit.teacher()).get("/circulars/drafts/" + draft).status()).isEqualTo(404);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFirstWhichStaysReadableWithItsAnswers() {
        UUID first = carnet.send(kit.teacher(), carnet.choice(carnet.classCode("5eA")));
        carnet.answer(kit.guardian(), first, kit.pupil(), 0, "0");
        UUID second =
                carnet.send(
                        kit.teacher(),
                        carnet.choice(carnet.classCode("5eA")).with("replaces", first.toString()));

        assertThat(carnet.card(kit.guardianOfTwo()).getInt("count")).as("once").isEqualTo(1);
        assertThat(carnet.state(kit.guardian(), second, kit.pupil())).isEqualTo("TO_ANSWER");
        assertThat(carnet.page(kit.guardian(), first).json().getString("replacedBy"))
                .isEqualTo(second.toString());
        assertThat(carnet.state(kit.guardian(), first, kit.pupil())).isEqualTo("ANSWERED");
        assertThat(carnet.answer(kit.guardian(), first, kit.pupil(), 1, "1").problem().type())
                .isEqualTo("circular-replaced");
        assertThat(kit.as(kit.teacher()).get("/circulars/new?replaces=" + first).problem().type())
                .isEqualTo("circular-replaced");
    }

    @Test
    void itIsNotedOnceThatACircularWasReadAndNotByAGet() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        carnet.page(kit.guardian(), circular);
        assertThat(read(circular)).containsOnlyNulls();

        kit.as(kit.guardian()).post("/circulars/" + circular + "/read", Form.empty());
        List<String> once = read(circular);
        kit.clock().advance(Duration.ofHours(2));
        kit.as(kit.guardian()).post("/circulars/" + circular + "/read", Form.empty());

        assertThat(once).doesNotContainNull();
        assertThat(read(circular)).isEqualTo(once);
    }

    private List<String> read(UUID circular) {
        return carnet.ask(
                "SELECT read_at FROM communication_circular_recipient"
                        + " WHERE circular_id = ? AND guardian_id = ?",
                circular,
                kit.guardian().id());
    }

    @Test
    void anEmptyListSaysWhyItIsEmpty() {
        assertThat(kit.as(kit.guardian()).get("/circulars").html())
                .contains("Aucune circulaire reçue");
        assertThat(kit.as(kit.teacher()).get("/circulars/sent").html())
                .contains("Aucune circulaire envoyée");
    }

    @Test
    void theListsAndTheCardTakeFewStatementsHoweverMuchThereIs() {
        UUID circular = carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        int card = kit.as(kit.guardian()).card("to-answer").statements();
        int list = kit.as(kit.guardian()).get("/circulars").statements();
        int sent = kit.as(kit.teacher()).get("/circulars/sent").statements();
        for (int i = 0; i < 25; i++) {
            carnet.send(kit.teacher(), carnet.form(carnet.classCode("5eA")));
        }

        assertThat(kit.as(kit.guardian()).card("to-answer").statements()).isEqualTo(card);
        assertThat(kit.as(kit.guardian()).get("/circulars").statements()).isEqualTo(list);
        assertThat(kit.as(kit.teacher()).get("/circulars/sent").statements()).isEqualTo(sent);
        assertThat(card - kit.as(kit.guardian()).card("unread").statements())
                .as("one statement, as the other card")
                .isZero();
        assertThat(carnet.page(kit.guardian(), circular).statements()).isLessThanOrEqualTo(10);
    }
}
