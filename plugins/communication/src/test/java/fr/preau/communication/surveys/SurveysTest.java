package fr.preau.communication.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.api.school.StaffFunction;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A survey from its first question to its results. */
@PreauTest
class SurveysTest {

    private final PreauKit kit;

    SurveysTest(PreauKit kit) {
        this.kit = kit;
    }

    private KitPerson principal() {
        return kit.staff(StaffFunction.PRINCIPAL);
    }

    @Test
    void theFirstGuardianAnswersForTheFamilyAndTheOtherSeesIt() {
        KitPerson other = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
        Asking survey =
                Asking.begin(kit, principal(), "GUARDIAN", true, false).withQuestions().publish();

        KitAnswer first =
                kit.as(kit.guardian()).post(survey.address(), Asking.answer("Lundi", "Rien"));
        AnswerPage seen = survey.seenBy(other);
        KitAnswer second = kit.as(other).post(survey.address(), Asking.answer("Mardi", "Tout"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(seen.state()).isEqualTo(AnswerPage.State.ANSWERED);
        assertThat(second.as(AnswerPage.class).state()).isEqualTo(AnswerPage.State.ANSWERED);
        assertThat(survey.seenByAuthor().results().get(0).bars())
                .containsExactly(
                        new SurveyPage.Bar("Lundi", 1),
                        new SurveyPage.Bar("Mardi", 0),
                        new SurveyPage.Bar("Jeudi", 0));
    }

    @Test
    void wherePeopleAnswerOneByOneEachGuardianDoes() {
        KitPerson other = kit.aGuardian().named("Lise", "Bernard").of(kit.pupil()).create();
        Asking survey =
                Asking.begin(kit, principal(), "GUARDIAN", false, false).withQuestions().publish();

        kit.as(kit.guardian()).post(survey.address(), Asking.answer("Lundi", ""));
        kit.as(kit.guardian()).post(survey.address(), Asking.answer("Mardi", ""));
        kit.as(other).post(survey.address(), Asking.answer("Mardi", ""));

        assertThat(survey.seenByAuthor().answered()).isEqualTo(2);
        assertThat(survey.seenByAuthor().results().get(0).bars())
                .extracting(SurveyPage.Bar::count)
                .containsExactly(1, 1, 0);
    }

    @Test
    void anAnonymousAnswerCarriesNothingThatLeadsToAPerson() throws SQLException {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();

        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", "Merci"));

        assertThat(rows("communication_survey_reply")).isEmpty();
        assertThat(rows("communication_survey_done"))
                .containsExactly(survey.id() + "|" + kit.pupil().id());
        assertThat(columns("communication_survey_done")).containsExactly("survey_id", "unit_id");
        assertThat(columns("communication_survey_answer"))
                .containsExactly("id", "survey_id", "question_id", "reply", "value");
        assertThat(rows("communication_survey_answer"))
                .hasSize(5)
                .noneMatch(row -> row.contains(kit.pupil().id().toString()))
                .allMatch(row -> UUID.fromString(row.split("\\|", -1)[0]).version() == 4)
                .allMatch(row -> row.split("\\|", -1)[3].isEmpty());
    }

    @Test
    void anonymousResultsAreShownOnceItIsClosedAndFromFiveAnswersOn() {
        List<KitPerson> pupils = pupils(5);
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        for (KitPerson pupil : pupils.subList(0, 4)) {
            kit.as(pupil).post(survey.address(), Asking.answer("Lundi", "Mot de " + pupil.id()));
        }

        kit.as(pupils.get(4)).post(survey.address(), Asking.answer("Mardi", "Cinquième"));

        KitAnswer open = kit.as(principal()).get(survey.address() + "/edit");
        assertThat(open.as(SurveyPage.class).results()).isEmpty();
        assertThat(open.as(SurveyPage.class).answered()).isEqualTo(5);
        assertThat(open.html()).contains("une fois qu’il est clos").doesNotContain("Mot de");
        assertThat(kit.as(principal()).get(survey.address() + "/results.csv").problem().type())
                .isEqualTo("survey-open");
        kit.as(principal()).post(survey.address() + "/close", Form.empty());
        SurveyPage five = survey.seenByAuthor();
        assertThat(five.results()).hasSize(5);
        assertThat(five.results().get(4).texts()).hasSize(5);
        assertThat(
                        new String(
                                kit.as(principal()).get(survey.address() + "/results.csv").bytes(),
                                StandardCharsets.UTF_8))
                .contains("Cinquième")
                .doesNotContain("Bernard")
                .doesNotContain("2026");
    }

    @Test
    void belowFiveAnswersAnAnonymousSurveyNeverTellsAnything() {
        List<KitPerson> pupils = pupils(4);
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        for (KitPerson pupil : pupils) {
            kit.as(pupil).post(survey.address(), Asking.answer("Lundi", "Mot de " + pupil.id()));
        }
        kit.as(principal()).post(survey.address() + "/close", Form.empty());

        KitAnswer four = kit.as(principal()).get(survey.address() + "/edit");
        KitAnswer file = kit.as(principal()).get(survey.address() + "/results.csv");

        assertThat(four.as(SurveyPage.class).results()).isEmpty();
        assertThat(four.html()).contains("moins de 5 réponses").doesNotContain("Mot de");
        assertThat(file.problem().type()).isEqualTo("survey-too-few");
    }

    private List<KitPerson> pupils(int many) {
        List<KitPerson> pupils = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            pupils.add(kit.aPupil().named("Noé", "Élève" + i).inClass("5eA").create());
        }
        return pupils;
    }

    @Test
    void whatWasReadAsAnonymousIsNotTakenUnderANameNorTheOtherWayRound() throws SQLException {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        assertThat(kit.as(kit.pupil()).get(survey.address()).html())
                .contains("name=\"anonymous\" value=\"true\"");
        kit.as(principal()).post(survey.address() + "/draft", Form.empty());
        kit.as(principal())
                .post(
                        survey.address() + "/settings",
                        Form.of(
                                "title", "La cantine",
                                "anonymous", "false",
                                "opens", "2026-11-23T09:00",
                                "closes", "2026-11-30T20:00"));
        survey.publish();
        assertThat(survey.seenByAuthor().anonymous()).isFalse();

        KitAnswer refused =
                kit.as(kit.pupil())
                        .inBrowser()
                        .post(
                                survey.address(),
                                Asking.answer("Lundi", "Ma vie privée").with("anonymous", "true"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("vérifie s’il est anonyme", "name=\"anonymous\" value=\"false\"");
        assertThat(rows("communication_survey_answer")).isEmpty();
    }

    @Test
    void nothingChangesAfterTheFirstAnswer() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", ""));
        UUID question = survey.seenByAuthor().questions().get(0).question();

        assertThat(
                        kit.as(principal())
                                .post(
                                        survey.address() + "/edit",
                                        Form.of("kind", "TEXT", "wording", "Et encore ?"))
                                .problem()
                                .type())
                .isEqualTo("survey-answered");
        assertThat(
                        kit.as(principal())
                                .post(
                                        survey.address() + "/questions/remove",
                                        Form.of("question", question.toString()))
                                .status())
                .isEqualTo(409);
        assertThat(kit.as(principal()).post(survey.address() + "/draft", Form.empty()).status())
                .isEqualTo(409);
        assertThat(
                        kit.as(principal())
                                .post(
                                        survey.address() + "/settings",
                                        Asking.form(survey.id(), "PUPIL", false, false))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void anOpenSurveyNeitherBecomesAnonymousNorCeasesToBe() {
        for (boolean anonymous : new boolean[] {true, false}) {
            Asking survey =
                    Asking.begin(kit, principal(), "PUPIL", false, anonymous)
                            .withQuestions()
                            .publish();

            KitAnswer other =
                    kit.as(principal())
                            .post(
                                    survey.address() + "/settings",
                                    Asking.form(survey.id(), "PUPIL", false, !anonymous));
            KitAnswer same =
                    kit.as(principal())
                            .post(
                                    survey.address() + "/settings",
                                    Asking.form(survey.id(), "PUPIL", false, anonymous));

            assertThat(other.problem().type()).isEqualTo("survey-anonymous");
            assertThat(same.status()).isEqualTo(200);
            assertThat(survey.seenByAuthor().anonymous()).isEqualTo(anonymous);
        }
    }

    @Test
    void whatIsMissingOrMadeUpIsSaidBesideItsQuestionAndTheRestIsKept() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();

        KitAnswer answer =
                kit.as(kit.pupil())
                        .inBrowser()
                        .post(
                                survey.address(),
                                Form.of("q1", "Dimanche", "q3", "9", "q5", "Mon avis"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains("Choisis parmi les réponses proposées")
                .contains("Réponds à cette question")
                .contains("Mon avis");
        assertThat(survey.seenByAuthor().answered()).isZero();
    }

    @Test
    void aTeacherAsksTheOwnClassesAndNobodyElseSeesTheResults() {
        kit.clock().set(Asking.MONDAY);
        KitPerson marc = kit.college().otherTeacher();
        String others = kit.college().schoolClass("5eA").id().toString();

        KitAnswer refused =
                kit.as(marc)
                        .post(
                                "/surveys/new",
                                Asking.form(UUID.randomUUID(), "PUPIL", false, false)
                                        .with("classes", others));
        KitAnswer everybody =
                kit.as(marc)
                        .post(
                                "/surveys/new",
                                Asking.form(UUID.randomUUID(), "PUPIL", false, false));
        Asking survey =
                Asking.begin(kit, kit.teacher(), "PUPIL", false, false).withQuestions().publish();

        assertThat(refused.violations()).containsKey("classes");
        assertThat(everybody.violations()).containsKey("classes");
        assertThat(kit.as(marc).get(survey.address() + "/edit").status()).isEqualTo(404);
        assertThat(kit.as(principal()).get(survey.address() + "/edit").status()).isEqualTo(404);
        assertThat(kit.as(kit.pupil()).get(survey.address() + "/edit").status()).isEqualTo(403);
        assertThat(kit.as(kit.pupil()).get("/surveys/new").status()).isEqualTo(403);
        assertThat(kit.as(kit.college().otherPupil()).get(survey.address()).status())
                .isEqualTo(404);
        assertThat(kit.as(kit.otherCollege().pupil()).get(survey.address()).status())
                .isEqualTo(404);
        assertThat(
                        kit.as(kit.otherCollege().teacher())
                                .post(survey.address() + "/publish", Form.empty())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsSeenByItsAuthorOnlyAndAnsweredByNobody() {
        Asking survey = Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions();

        assertThat(survey.seenBy(principal()).state()).isEqualTo(AnswerPage.State.PREVIEW);
        assertThat(kit.as(kit.pupil()).get(survey.address()).status()).isEqualTo(404);
        assertThat(kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", "")).status())
                .isEqualTo(404);
    }

    @Test
    void itOpensAndClosesToTheMinute() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        Form answer = Asking.answer("Lundi", "");

        kit.clock().set(Instant.parse("2026-11-23T07:59:59Z"));
        KitAnswer early = kit.as(kit.pupil()).post(survey.address(), answer);
        kit.clock().set(Instant.parse("2026-11-30T19:00:00Z"));
        KitAnswer late = kit.as(kit.pupil()).post(survey.address(), answer);
        AnswerPage.State state = survey.seenBy(kit.pupil()).state();
        kit.clock().set(Instant.parse("2026-11-30T18:59:59Z"));
        KitAnswer last = kit.as(kit.pupil()).post(survey.address(), answer);

        assertThat(early.status()).isEqualTo(404);
        assertThat(late.problem().type()).isEqualTo("survey-closed");
        assertThat(state).isEqualTo(AnswerPage.State.CLOSED);
        assertThat(last.status()).isEqualTo(200);
    }

    @Test
    void onlyThoseWithoutAnAnswerAreReminded() {
        KitPerson other = kit.aPupil().named("Zoé", "Roux").inClass("5eA").create();
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", ""));

        kit.as(principal()).post(survey.address() + "/remind", Form.empty());
        kit.as(principal()).post(survey.address() + "/remind", Form.empty());

        assertThat(kit.notices(kit.pupil())).extracting(ToldNotice::kind).containsExactly("survey");
        assertThat(kit.notices(other)).hasSize(2);
    }

    @Test
    void nobodyIsAskedForAChildWhoHasLeftAndWhatWasAnsweredCounts() {
        KitPerson other = kit.aPupil().named("Zoé", "Roux").inClass("5eA").create();
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        kit.as(other).post(survey.address(), Asking.answer("Lundi", ""));
        long asked = survey.edited().asked();

        kit.college().leaves(kit.pupil());
        kit.college().leaves(other);
        kit.runJob("renew-surveys");

        assertThat(survey.edited().asked()).isEqualTo(asked - 1);
        assertThat(survey.edited().answered()).isEqualTo(1);
    }

    @Test
    void whoComesLaterIsAskedTheNextMorning() {
        Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        KitPerson late = kit.aPupil().named("Noé", "Petit").inClass("5eA").create();
        assertThat(toAnswer(kit.as(late).card("surveys"))).isZero();

        kit.runJob("renew-surveys");
        kit.runJob("renew-surveys");

        assertThat(toAnswer(kit.as(late).card("surveys"))).isEqualTo(1);
        assertThat(kit.notices(late)).hasSize(1);
        assertThat(kit.notices(kit.pupil())).hasSize(1);
    }

    @Test
    void theAccueilAsksForWhatIsOpenUntilItIsAnswered() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();

        KitAnswer first = kit.as(kit.pupil()).card("surveys");
        KitAnswer before = kit.as(kit.pupil()).card("surveys");
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", ""));
        KitAnswer after = kit.as(kit.pupil()).card("surveys");

        assertThat(toAnswer(before)).isEqualTo(1);
        assertThat(toAnswer(after)).isZero();
        assertThat(after.statements()).isEqualTo(before.statements());
        // Whether the collège has a survey at all is asked now and then, and not for each person.
        assertThat(first.statements()).isEqualTo(before.statements() + 1);
    }

    private static int toAnswer(KitAnswer card) {
        return card.json()
                .getJsonObject("slot")
                .getJsonObject("page")
                .getJsonArray("toAnswer")
                .size();
    }

    @Test
    void aSurveyThatOpensLaterIsToldWhenItDoes() {
        kit.clock().set(Instant.parse("2026-11-20T08:00:00Z"));
        UUID key = UUID.randomUUID();
        kit.as(principal()).post("/surveys/new", Asking.form(key, "PUPIL", false, false));
        new Asking(kit, principal(), key).withQuestions().publish();
        kit.runJob("open-surveys");
        int before = kit.notices(kit.pupil()).size();

        kit.clock().set(Instant.parse("2026-11-23T08:00:00Z"));
        kit.runJob("open-surveys");
        kit.runJob("open-surveys");

        assertThat(before).isZero();
        assertThat(kit.notices(kit.pupil())).hasSize(1);
    }

    @Test
    void theFileHasARowAReplyAndRunsNoFormula() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        kit.as(kit.pupil())
                .post(survey.address(), Asking.answer("Lundi", "=HYPERLINK(\"http://x.example\")"));

        String file =
                new String(
                        kit.as(principal()).get(survey.address() + "/results.csv").bytes(),
                        StandardCharsets.UTF_8);

        assertThat(file.lines()).hasSize(2);
        assertThat(file)
                .startsWith("\ufeff\"Nom\";\"Jour\";\"Quel jour ?\"")
                .contains("\"Inès Bernard\";\"2026-11-23\";\"Lundi\";\"Pâtes, Épinards\"")
                .contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"");
    }

    @Test
    void whoLeavesTakesTheirNamedAnswersAndLeavesTheAnonymousOnes() throws SQLException {
        Asking named =
                Asking.begin(kit, principal(), "PUPIL", false, false).withQuestions().publish();
        Asking anonymous =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        kit.as(kit.pupil()).post(named.address(), Asking.answer("Lundi", "Sous mon nom"));
        kit.as(kit.pupil()).post(anonymous.address(), Asking.answer("Lundi", "Sans nom"));

        String kept = kit.personalData().export(kit.pupil()).orElseThrow().toString();
        kit.personalData().erase(kit.pupil());

        assertThat(kept).contains("Sous mon nom").doesNotContain("Sans nom");
        assertThat(kit.personalData().export(kit.pupil()).orElseThrow()).isEmpty();
        assertThat(rows("communication_survey_answer"))
                .hasSize(5)
                .anyMatch(row -> row.contains("Sans nom"));
    }

    @Test
    void thePrincipalSeesWhatOthersAskAndTakesItAwayWithoutReadingTheAnswers() {
        Asking survey =
                Asking.begin(kit, kit.teacher(), "PUPIL", false, false).withQuestions().publish();
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", "Ma réponse"));
        KitPerson other = kit.aPupil().named("Zoé", "Roux").inClass("5eA").create();
        kit.runJob("renew-surveys");
        assertThat(kit.as(principal()).get("/surveys").html()).contains("/surveys/others");

        KitAnswer others = kit.as(principal()).get("/surveys/others");
        KitAnswer asked = kit.as(principal()).get(survey.address() + "/asks");

        assertThat(others.as(OthersPage.class).surveys().items())
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.survey()).isEqualTo(survey.id());
                            assertThat(line.author()).isEqualTo(kit.teacher().displayName());
                        });
        assertThat(asked.as(OverlookedPage.class).questions()).contains("Quel jour ?");
        assertThat(asked.html()).contains("Retirer pour tous").doesNotContain("Ma réponse");
        assertThat(kit.as(principal()).post(withdrawal(survey), Form.empty()).status())
                .isLessThan(300);
        for (KitPerson pupil : List.of(kit.pupil(), other)) {
            assertThat(kit.as(pupil).get(survey.address()).status()).isEqualTo(404);
            assertThat(toAnswer(kit.as(pupil).card("surveys"))).isZero();
        }
        assertThat(kit.notices(other)).isEmpty();
        assertThat(kit.notices(kit.teacher()))
                .extracting(ToldNotice::title)
                .anyMatch(title -> title.contains("retiré par le collège"));
        assertThat(survey.seenByAuthor().state()).isEqualTo(SurveyPage.State.WITHDRAWN);
        assertThat(kit.as(principal()).get("/safety/journal").html()).contains("Sondage");
        assertThat(kit.as(principal()).get(survey.address() + "/asks").status()).isEqualTo(404);
    }

    private static String withdrawal(Asking survey) {
        return "/published/SURVEY/" + survey.id() + "/withdrawal";
    }

    @Test
    void theResultsOfASurveyWhoseTeacherHasLeftAreReadByThePrincipalAlone() throws SQLException {
        Asking survey =
                Asking.begin(kit, kit.teacher(), "PUPIL", false, false).withQuestions().publish();
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", "Ma réponse"));
        String edit = survey.address() + "/edit";
        assertThat(kit.as(principal()).get(edit).status()).isEqualTo(404);
        assertThat(left()).isEmpty();
        // One more person makes the kit put the directory back after the test.
        kit.aPupil().named("Pour", "Mémoire").create();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE preau_c_0921244c.person SET left_on = '2026-11-20' WHERE id = '"
                            + kit.teacher().id()
                            + "'");
        }

        KitAnswer results = kit.as(principal()).get(edit);

        assertThat(left()).containsExactly(survey.id());
        assertThat(results.html())
                .contains("Ma réponse", "/results.csv")
                .doesNotContain(
                        "/delete\"", "/close\"", "/remind\"", survey.address() + "/settings");
        assertThat(kit.as(principal()).get(survey.address() + "/results.csv").status())
                .isEqualTo(200);
        assertThat(kit.as(principal()).post(survey.address() + "/delete", Form.empty()).status())
                .isEqualTo(404);
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).get(edit).status()).isEqualTo(404);
        assertThat(kit.as(kit.staff(StaffFunction.CPE)).get("/surveys/left").status())
                .isEqualTo(403);
        assertThat(kit.as(kit.otherCollege().staff(StaffFunction.PRINCIPAL)).get(edit).status())
                .isEqualTo(404);
    }

    private List<UUID> left() {
        KitAnswer page = kit.as(principal()).get("/surveys/left");
        assertThat(page.statements()).isLessThanOrEqualTo(4);
        return page.as(OthersPage.class).surveys().items().stream()
                .map(OthersPage.Line::survey)
                .toList();
    }

    @Test
    void whatATeacherHadScheduledOpensWhenWritingDoesAndNotBefore() {
        Asking early =
                Asking.begin(kit, kit.teacher(), "PUPIL", false, false).withQuestions().publish();
        UUID key = UUID.randomUUID();
        kit.as(kit.teacher())
                .post(
                        "/surveys/new",
                        Form.of(
                                        "title", "Plus tard",
                                        "asks", "PUPIL",
                                        "perFamily", "false",
                                        "anonymous", "false",
                                        "opens", "2026-11-24T09:00",
                                        "closes", "2026-11-30T20:00",
                                        "key", key.toString())
                                .with("classes", kit.college().schoolClass("5eA").id().toString()));
        Asking later = new Asking(kit, kit.teacher(), key).withQuestions().publish();
        kit.clock().set(Asking.MONDAY.plus(Duration.ofHours(4)));
        kit.closeWriting("Alerte.", Profile.TEACHER);
        kit.clock().set(Asking.MONDAY.plus(Duration.ofHours(30)));

        kit.runJob("open-surveys");

        assertThat(kit.as(kit.pupil()).get(later.address()).status()).isEqualTo(404);
        assertThat(later.seenByAuthor().state()).isEqualTo(SurveyPage.State.SOON);
        assertThat(early.seenBy(kit.pupil()).state()).isEqualTo(AnswerPage.State.OPEN);
        assertThat(toAnswer(kit.as(kit.pupil()).card("surveys"))).isEqualTo(1);
        assertThat(kit.as(kit.pupil()).post(later.address(), Asking.answer("Lundi", "")).status())
                .isEqualTo(404);
        assertThat(kit.as(kit.pupil()).post(early.address(), Asking.answer("Lundi", "")).status())
                .isEqualTo(200);
        assertThat(told("Plus tard")).isZero();
        kit.openWriting();
        kit.runJob("open-surveys");
        assertThat(later.seenBy(kit.pupil()).state()).isEqualTo(AnswerPage.State.OPEN);
        assertThat(told("Plus tard")).isEqualTo(1);
    }

    private long told(String title) {
        return kit.notices(kit.pupil()).stream()
                .filter(notice -> notice.title().contains(title))
                .count();
    }

    @Test
    void nobodyElseOverlooksSurveysAndDraftsAreTheirAuthorsAlone() {
        Asking draft = Asking.begin(kit, kit.teacher(), "PUPIL", false, false).withQuestions();
        assertThat(kit.as(principal()).get(draft.address() + "/asks").status()).isEqualTo(404);
        Asking survey = draft.publish();

        for (KitPerson one :
                List.of(
                        kit.teacher(),
                        kit.pupil(),
                        kit.guardian(),
                        kit.staff(StaffFunction.SECRETARY))) {
            assertThat(kit.as(one).get("/surveys/others").status()).isEqualTo(403);
            assertThat(kit.as(one).post(withdrawal(survey), Form.empty()).status()).isEqualTo(403);
        }
        KitPerson elsewhere = kit.otherCollege().staff(StaffFunction.PRINCIPAL);
        assertThat(kit.as(elsewhere).post(withdrawal(survey), Form.empty()).status())
                .isEqualTo(404);
        assertThat(survey.seenBy(kit.pupil()).state()).isEqualTo(AnswerPage.State.OPEN);
    }

    @Test
    void aSurveyThatIsSentTwiceIsBegunOnceAndManyArePaged() {
        kit.clock().set(Asking.MONDAY);
        Form form = Asking.form(UUID.randomUUID(), "STAFF", false, false);
        kit.as(principal()).post("/surveys/new", form);
        KitAnswer again = kit.as(principal()).post("/surveys/new", form);
        KitAnswer one = kit.as(principal()).get("/surveys/mine");
        for (int i = 0; i < 24; i++) {
            Asking.begin(kit, principal(), "PUPIL", false, false);
        }
        KitAnswer many = kit.as(principal()).get("/surveys/mine");

        assertThat(again.status()).isEqualTo(200);
        assertThat(one.as(SurveysPage.class).surveys().items()).hasSize(1);
        assertThat(many.as(SurveysPage.class).surveys().items()).hasSize(20);
        assertThat(many.statements()).isEqualTo(one.statements());
    }

    @Test
    void aLevelStandsForItsClassesAndTheWholeCollegeForAll() {
        kit.clock().set(Asking.MONDAY);
        KitPerson third = kit.aPupil().named("Zoé", "Roux").inClass("3eC").create();
        UUID level = UUID.randomUUID();
        UUID all = UUID.randomUUID();
        kit.as(principal())
                .post(
                        "/surveys/new",
                        Asking.form(level, "PUPIL", false, false).with("levels", "5e"));
        kit.as(principal()).post("/surveys/new", Asking.form(all, "PUPIL", false, false));

        new Asking(kit, principal(), level).withQuestions().publish();
        new Asking(kit, principal(), all).withQuestions().publish();

        assertThat(kit.as(kit.pupil()).get("/surveys").as(SurveysPage.class).surveys().items())
                .hasSize(2);
        assertThat(kit.as(third).get("/surveys").as(SurveysPage.class).surveys().items())
                .extracting(SurveysPage.Line::survey)
                .containsExactly(all);
    }

    @Test
    void surveysGoAfterTheirSchoolYearAndTheNextOne() {
        Asking survey =
                Asking.begin(kit, principal(), "PUPIL", false, true).withQuestions().publish();
        kit.as(kit.pupil()).post(survey.address(), Asking.answer("Lundi", ""));

        kit.clock().set(Instant.parse("2028-07-31T21:59:00Z"));
        kit.runJob("forget-surveys");
        assertThat(kit.as(principal()).get(survey.address() + "/edit").status()).isEqualTo(200);

        kit.clock().set(Instant.parse("2028-07-31T22:01:00Z"));
        kit.runJob("forget-surveys");
        assertThat(kit.as(principal()).get(survey.address() + "/edit").status()).isEqualTo(404);
    }

    private List<String> rows(String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + schema() + "." + table)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = kit.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + schema() + "." + table)) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
            }
        }
        return columns;
    }

    private static String schema() {
        return "preau_c_0921244c";
    }
}
