package fr.preau.communication.circulars;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How those who wrote a circular follow what is answered. */
@PreauTest
class FollowingTest {

    private final PreauKit kit;
    private final Carnet carnet;

    FollowingTest(PreauKit kit) {
        this.kit = kit;
        this.carnet = new Carnet(kit);
    }

    @BeforeEach
    void onAMonday() {
        kit.clock().set(Instant.parse("2026-11-30T09:00:00Z"));
    }

    private UUID toBothClasses(Form form) {
        return carnet.send(
                kit.teacher(),
                form.with("to", carnet.classCode("5eA")).with("to", carnet.classCode("5eB")));
    }

    @Test
    void theAuthorSeesHowFarTheAnswersHaveComeByClassAndWhatTheyAre() {
        UUID circular = toBothClasses(carnet.choice());
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "1");

        FollowPage page = follow(kit.teacher(), circular).as(FollowPage.class);

        assertThat(page.settled()).isEqualTo(1);
        assertThat(page.children()).isEqualTo(3);
        assertThat(page.classes())
                .containsExactly(new ClassProgress("5eA", 2, 1), new ClassProgress("5eB", 1, 0));
        assertThat(page.tallies().get(0).counts())
                .containsExactly(
                        new FollowPage.Count("J’autorise", 0),
                        new FollowPage.Count("Je n’autorise pas", 1));
        assertThat(follow(kit.teacher(), circular).html())
                .contains("Appeler les familles sans réponse (2)", "5eB");
    }

    @Test
    void oneClickLeadsToTheListOfThoseToCallWhichNamesWhoMayAnswerToday() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular = toBothClasses(carnet.form());
        carnet.answer(kit.guardianOfTwo(), circular, kit.college().otherPupil(), 0);
        carnet.endGuardianship(kit.guardian(), kit.pupil());

        MissingPage page = missing(kit.teacher(), circular, "").as(MissingPage.class);

        assertThat(page.children().items())
                .containsExactly(
                        new MissingPage.Line("Awa Martin", "5eA", List.of("Nadia Martin")),
                        new MissingPage.Line("Inès Bernard", "5eA", List.of(other.displayName())));
        assertThat(missing(kit.teacher(), circular, "?of=5eB").html())
                .contains("Personne à appeler");
    }

    @Test
    void guardiansWhoAnsweredDifferentlyAreToldToTheAuthor() {
        KitPerson other = kit.aGuardian().named("Rose", "Bernard").of(kit.pupil()).create();
        UUID circular = toBothClasses(carnet.choice());
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "0");
        carnet.answer(other, circular, kit.pupil(), 0, "1");

        AnswersPage page =
                kit.as(kit.teacher())
                        .get("/circulars/sent/" + circular + "/answers")
                        .as(AnswersPage.class);

        assertThat(page.answers().items()).hasSize(2).allMatch(AnswersPage.Line::differs);
        assertThat(kit.as(kit.teacher()).get("/circulars/sent/" + circular + "/answers").html())
                .contains("Les responsables ont répondu différemment");
    }

    @Test
    void answersAreSavedAsATableInWhichNothingBecomesAFormula() {
        Form form =
                carnet.form()
                        .with("kind", "FORM")
                        .with("q.1.label", "=Allergies ?")
                        .with("q.1.kind", "TEXT");
        UUID circular = toBothClasses(form);
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0, "=HYPERLINK(\"x\";\"y\")");
        carnet.answer(
                kit.guardianOfTwo(), circular, kit.college().otherPupil(), 0, "Œufs ; \"crus\"");

        String csv =
                new String(
                        kit.as(kit.teacher())
                                .get("/circulars/sent/" + circular + "/answers.csv")
                                .bytes(),
                        StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\uFEFF\"Classe\";\"Élève\"")
                .contains("\"'=Allergies ?\"")
                .contains("\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\"")
                .contains("\"5eB\";\"Léo Martin\";\"Nadia Martin\";\"30/11/2026 10:00\";\"Non\"")
                .contains("\"Œufs ; \"\"crus\"\"\"");
    }

    @Test
    void principalAndCpeFollowAllCircularsAndOtherPeopleOnlyTheirOwn() {
        UUID circular = toBothClasses(carnet.form());

        for (StaffFunction head : List.of(StaffFunction.PRINCIPAL, StaffFunction.CPE)) {
            assertThat(follow(kit.staff(head), circular).status()).isEqualTo(200);
        }
        List<KitPerson> others =
                List.of(
                        kit.college().otherTeacher(),
                        kit.staff(StaffFunction.SECRETARY),
                        kit.staff(StaffFunction.GESTIONNAIRE),
                        kit.otherCollege().staff(StaffFunction.PRINCIPAL));
        for (KitPerson other : others) {
            for (String page : List.of("", "/missing", "/answers", "/answers.csv", "/seal")) {
                assertThat(kit.as(other).get("/circulars/sent/" + circular + page).status())
                        .as(other.displayName() + page)
                        .isEqualTo(404);
            }
        }
        assertThat(follow(kit.guardian(), circular).status()).isEqualTo(403);
        assertThat(kit.as(kit.teacher()).get("/circulars/statistics").status()).isEqualTo(403);
    }

    @Test
    void figuresOfEachMonthNameNobody() {
        UUID circular = toBothClasses(carnet.form());
        kit.as(kit.guardianOfTwo()).post("/circulars/" + circular + "/read", Form.empty());
        kit.clock().advance(Duration.ofDays(2));
        carnet.answer(kit.guardian(), circular, kit.pupil(), 0);

        KitAnswer answer = kit.as(kit.staff(StaffFunction.CPE)).get("/circulars/statistics");

        assertThat(answer.as(StatisticsPage.class).months())
                .containsExactly(new StatisticsPage.Month("2026-11", 1, 3, 2, 1));
        assertThat(answer.html()).contains("novembre 2026", "33");
    }

    @Test
    void pagesTakeFewStatementsHoweverManyAnswerAndListsArePaged() {
        UUID circular = toBothClasses(carnet.choice());
        List<Integer> few = statements(circular);
        KitPerson one = kit.aPupil().named("Zoé", "Lenoir").inClass("5eA").create();
        kit.aGuardian().named("Anaïs", "Lenoir").of(one).create();
        for (int i = 0; i < 120; i++) {
            carnet.change(
                    "INSERT INTO communication_circular_child SELECT UUID(), circular_id, UUID(),"
                            + " 'Élève', '5eC', NULL, NULL, FALSE FROM communication_circular_child"
                            + " WHERE circular_id = ? LIMIT 1",
                    circular);
        }

        assertThat(statements(circular)).isEqualTo(few);
        assertThat(few).allMatch(count -> count <= 14);
        MissingPage page = missing(kit.teacher(), circular, "").as(MissingPage.class);
        assertThat(page.children().items()).hasSize(100);
        assertThat(page.children().more()).isTrue();
    }

    private List<Integer> statements(UUID circular) {
        return List.of("", "/missing", "/answers", "/seal").stream()
                .map(page -> kit.as(kit.teacher()).get("/circulars/sent/" + circular + page))
                .map(KitAnswer::statements)
                .toList();
    }

    private KitAnswer follow(KitPerson reader, UUID circular) {
        return kit.as(reader).get("/circulars/sent/" + circular);
    }

    private KitAnswer missing(KitPerson reader, UUID circular, String query) {
        return kit.as(reader).get("/circulars/sent/" + circular + "/missing" + query);
    }
}
