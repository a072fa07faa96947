package fr.preau.communication.recipients;

import static fr.preau.api.school.StaffFunction.CPE;
import static fr.preau.api.school.StaffFunction.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolCalendar;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitPerson;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A collège decides who may write to whom, and what it decides holds on every road. */
@PreauTest
class DecidingRulesTest {

    private final PreauKit kit;
    private final KitPerson principal;
    private final KitPerson guardian;
    private final KitPerson teacher;
    private final KitPerson pupil;

    DecidingRulesTest(PreauKit kit) {
        this.kit = kit;
        this.principal = kit.staff(PRINCIPAL);
        this.guardian = kit.guardian();
        this.teacher = kit.teacher();
        this.pupil = kit.pupil();
    }

    private KitAnswer decide(String cell, Range range) {
        return kit.as(principal).post("/safety/rules", Form.of("rule." + cell, range.name()));
    }

    private KitAnswer write(KitPerson from, KitPerson to) {
        Form letter =
                Form.of(
                        "to",
                        "person:" + to.id(),
                        "subject",
                        "Demain",
                        "text",
                        "Bonjour.",
                        "key",
                        UUID.randomUUID().toString());
        KitAnswer sent = kit.as(from).post("/messages", letter);
        // Until then its author may take it back.
        kit.clock().advance(Duration.ofSeconds(11));
        return sent;
    }

    private KitAnswer except(String who, String to, String reach) {
        Form form = Form.of("who", who, "reach", reach, "reason", "Mesure de protection");
        return kit.as(principal)
                .post("/safety/exceptions", to.isEmpty() ? form : form.with("to", to));
    }

    private RulesPage rules() {
        return kit.as(principal).get("/safety/rules").as(RulesPage.class);
    }

    @Test
    void aCellOfTheMatrixIsChangedAndHoldsAtOnce() {
        assertThat(write(guardian, teacher).status()).isLessThan(300);

        assertThat(decide("GUARDIAN-TEACHER", Range.NOBODY).status()).isLessThan(300);

        assertThat(write(guardian, teacher).status()).isEqualTo(422);
        assertThat(rules().of(Profile.GUARDIAN))
                .filteredOn(rule -> rule.reader() == Profile.TEACHER)
                .singleElement()
                .satisfies(
                        rule -> {
                            assertThat(rule.range()).isEqualTo(Range.NOBODY);
                            assertThat(rule.isChanged()).isTrue();
                        });
    }

    @Test
    void whoWasWrittenToAnswersWhateverTheMatrixSays() {
        String conversation = Objects.requireNonNull(write(teacher, guardian).location());
        decide("GUARDIAN-TEACHER", Range.NOBODY);

        KitAnswer answer =
                kit.as(guardian).post(conversation + "/replies", Form.of("text", "Merci."));

        assertThat(answer.status()).isLessThan(300);
    }

    @Test
    void betweenTwoWhoAreKeptApartAnswersAreStoppedToo() {
        String conversation = Objects.requireNonNull(write(teacher, guardian).location());
        assertThat(except("person:" + guardian.id(), "person:" + teacher.id(), "NOBODY").status())
                .isLessThan(300);

        KitAnswer answer =
                kit.as(guardian).post(conversation + "/replies", Form.of("text", "Merci."));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem().type()).isEqualTo("answer-not-allowed");
        assertThat(write(guardian, teacher).status()).isEqualTo(422);
    }

    private KitAnswer reply(KitPerson from, String conversation) {
        return kit.as(from).post(conversation + "/replies", Form.of("text", "Et encore."));
    }

    @Test
    void whatIsClosedBetweenPupilsIsClosedInTheConversationsThatAreThere() {
        KitPerson classmate = kit.aPupil().named("Zoé", "Ñandú").inClass("5eA").create();
        decide("PUPIL-PUPIL", Range.OWN_CLASSES);
        String conversation = Objects.requireNonNull(write(pupil, classmate).location());
        assertThat(reply(classmate, conversation).status()).isLessThan(300);

        decide("PUPIL-PUPIL", Range.NOBODY);

        for (KitPerson one : new KitPerson[] {pupil, classmate}) {
            KitAnswer refused = reply(one, conversation);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem().type()).isEqualTo("answer-not-allowed");
            assertThat(kit.as(one).get(conversation).status()).isEqualTo(200);
        }
    }

    @Test
    void aPupilWhoMayWriteToNoPupilAnyMoreDoesNotAnswerThemEither() {
        KitPerson classmate = kit.aPupil().named("Zoé", "Ñandú").inClass("5eA").create();
        decide("PUPIL-PUPIL", Range.OWN_CLASSES);
        String conversation = Objects.requireNonNull(write(pupil, classmate).location());

        except("person:" + classmate.id(), "", "PUPIL:NOBODY");

        assertThat(reply(classmate, conversation).status()).isEqualTo(403);
    }

    @Test
    void whoHasHadNoAnswerDoesNotGoOnOnceTheMatrixForbidsIt() {
        String unanswered = Objects.requireNonNull(write(guardian, teacher).location());
        String answered = Objects.requireNonNull(write(guardian, teacher).location());
        reply(teacher, answered);

        decide("GUARDIAN-TEACHER", Range.NOBODY);

        assertThat(reply(guardian, unanswered).status()).isEqualTo(403);
        assertThat(reply(guardian, answered).status()).isLessThan(300);
        assertThat(reply(teacher, unanswered).status()).isLessThan(300);
        assertThat(reply(guardian, unanswered).status()).isLessThan(300);
    }

    @Test
    void anExceptionIsEndedAndWhatTheMatrixSaysHoldsAgain() {
        except("person:" + guardian.id(), "", "TEACHER:NOBODY");
        assertThat(write(guardian, teacher).status()).isEqualTo(422);
        UUID exception = rules().exceptions().get(0).id();

        kit.as(principal).post("/safety/exceptions/" + exception + "/end", Form.empty());

        assertThat(write(guardian, teacher).status()).isLessThan(300);
        assertThat(rules().exceptions()).isEmpty();
    }

    @Test
    void anExceptionEndsByItselfAfterItsLastDay() {
        kit.as(principal)
                .post(
                        "/safety/exceptions",
                        Form.of(
                                "who",
                                "person:" + guardian.id(),
                                "reach",
                                "TEACHER:NOBODY",
                                "reason",
                                "Jusqu’à demain",
                                "endsOn",
                                kit.clock()
                                        .instant()
                                        .atZone(SchoolCalendar.ZONE)
                                        .toLocalDate()
                                        .toString()));
        assertThat(write(guardian, teacher).status()).isEqualTo(422);

        kit.clock().advance(Duration.ofDays(1).plusMinutes(1));

        assertThat(write(guardian, teacher).status()).isLessThan(300);
    }

    @Test
    void whatIsWrongWithAnExceptionIsSaidAndNothingIsKept() {
        KitAnswer refused =
                kit.as(principal)
                        .post(
                                "/safety/exceptions",
                                Form.of(
                                        "who", "person:" + guardian.id(),
                                        "reach", "PUPIL:EVERYBODY",
                                        "reason", " ",
                                        "endsOn", "2001-01-01"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsOnlyKeys("reach", "reason", "endsOn");
        assertThat(rules().exceptions()).isEmpty();
    }

    @Test
    void aRuleThatNoCollegeMayHaveIsLeftAsItWas() {
        decide("GUARDIAN-PUPIL", Range.EVERYBODY);
        decide("PUPIL-PUPIL", Range.EVERYBODY);
        decide("OPERATOR-PUPIL", Range.EVERYBODY);

        assertThat(rules().rules()).noneMatch(RulesPage.Rule::isChanged);
    }

    @Test
    void thePreviewNamesWhomAPersonReachesAndSaysWhy() {
        except("person:" + guardian.id(), "", "STAFF:NOBODY");

        PreviewPage page =
                kit.as(principal)
                        .get("/safety/preview?person=" + guardian.id())
                        .as(PreviewPage.class);

        assertThat(page.lines())
                .filteredOn(line -> line.reader() == Profile.TEACHER)
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.people()).isEqualTo(line.names().size());
                            assertThat(line.names()).contains(teacher.displayName());
                            assertThat(line.reason()).isNull();
                        });
        assertThat(page.lines())
                .filteredOn(line -> line.reader() == Profile.STAFF)
                .containsExactly(
                        new PreviewPage.Line(
                                Profile.STAFF, Range.NOBODY, 0, List.of(), "Mesure de protection"));
    }

    @Test
    void thePreviewNamesTheGroupsThatAPersonIsOffered() {
        PreviewPage ofTeacher =
                kit.as(principal)
                        .get("/safety/preview?person=" + teacher.id())
                        .as(PreviewPage.class);
        PreviewPage ofGuardian =
                kit.as(principal)
                        .get("/safety/preview?person=" + guardian.id())
                        .as(PreviewPage.class);

        assertThat(ofTeacher.groups()).isNotEmpty();
        assertThat(ofGuardian.groups()).isEmpty();
        assertThat(kit.as(principal).get("/safety/preview?person=" + teacher.id()).html())
                .contains("groupes proposés");
    }

    @Test
    void thePagesAreDrawnForAPhoneWithTheirFields() {
        except("person:" + pupil.id(), "person:" + teacher.id(), "NOBODY");

        assertThat(kit.as(principal).get("/safety/rules").html())
                .contains("name=\"rule.PUPIL-PUPIL\"", "Jamais", "Mesure de protection")
                .doesNotContain("name=\"rule.GUARDIAN-PUPIL\"");
        assertThat(kit.as(principal).get("/safety/preview?person=" + pupil.id()).html())
                .contains("Jamais, par exception", teacher.displayName());
        assertThat(kit.as(principal).get("/safety/exceptions/new?who=person:" + pupil.id()).html())
                .contains("name=\"reach\"", "Seulement envers une personne");
        assertThat(kit.as(principal).get("/safety/exceptions/new").html()).contains("Classe");
        assertThat(kit.as(principal).get("/safety").html()).contains("Changer les règles");
    }

    @Test
    void whoDoesNotAdministerTheCollegeDecidesNothing() {
        for (KitPerson other : new KitPerson[] {guardian, teacher, pupil, kit.staff(CPE)}) {
            assertThat(kit.as(other).get("/safety/rules").status()).isEqualTo(403);
            assertThat(
                            kit.as(other)
                                    .post(
                                            "/safety/rules",
                                            Form.of("rule.PUPIL-PUPIL", "OWN_CLASSES"))
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(kit.as(kit.staff(CPE)).get("/safety").html())
                .doesNotContain("Changer les règles");
        assertThat(rules().rules()).noneMatch(RulesPage.Rule::isChanged);
    }

    @Test
    void everyChangeStandsInTheJournalWithWhoDidIt() {
        decide("PUPIL-PUPIL", Range.OWN_CLASSES);
        decide("PUPIL-PUPIL", Range.OWN_CLASSES);
        except("person:" + guardian.id(), "", "STAFF:NOBODY");

        String journal = kit.as(principal).get("/safety/journal").html();

        assertThat(journal)
                .contains("Élèves → Élèves\u00a0: Leurs classes", principal.displayName())
                .contains("Exception ajoutée")
                .doesNotContain(guardian.displayName());
        assertThat(journal.split("Règles changées", -1)).hasSize(2);
    }

    @Test
    void choosingPeopleCostsNoStatementForTheRulesOnceTheyAreRemembered() {
        int first = kit.as(guardian).get("/messages/new").statements();
        int then = kit.as(guardian).get("/messages/new").statements();

        assertThat(then).isLessThanOrEqualTo(first);
        assertThat(kit.as(principal).get("/safety/rules").statements()).isLessThan(15);
    }

    @Test
    void whatIsKeptOfAPersonIsHandedOverAndGoesWithThem() {
        except("person:" + guardian.id(), "", "STAFF:NOBODY");

        assertThat(kit.personalData().export(guardian).orElseThrow().toString())
                .contains("Mesure de protection");
        kit.personalData().erase(guardian);

        assertThat(rules().exceptions()).isEmpty();
    }
}
