package fr.preau.canteen.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.school.StaffFunction;
import fr.preau.canteen.tariff.Decision;
import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.KitCollege;
import fr.preau.testkit.Paper;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.ToldNotice;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A family registers its children in four steps; the collèges and the Département look at it. */
@PreauTest
class RegistrationTest extends Counter {

    RegistrationTest(PreauKit kit) {
        super(kit);
    }

    private Visitor office(KitCollege college) {
        return kit.as(college.staff(StaffFunction.SECRETARY)).at(college);
    }

    private List<JsonObject> waiting(KitCollege college) {
        return office(college)
                .get("/identities")
                .json()
                .getJsonObject("children")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** Its office accepts all who wait. */
    private void accept(KitCollege college) {
        Form form = Form.empty();
        waiting(college).forEach(child -> form.with("chosen", child.getString("id")));
        assertThat(office(college).post("/identities", form).status()).isEqualTo(200);
        kit.deliver();
    }

    private List<JsonObject> applications(String list) {
        return kit.asOperator()
                .get("/applications?list=" + list)
                .json()
                .getJsonObject("applications")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private String only() {
        return "/applications/" + applications("TO_CHECK").get(0).getString("application");
    }

    @Test
    void twoChildrenAtTwoCollegesAreRegisteredInOneApplicationAndItsLettersAreThere() {
        assertThat(parent.get("/registrations").html())
                .contains("Commencer", "jusqu’au mardi 14\u00a0juillet 2026");
        assertThat(parent.card("registration").html()).contains("ouvertes jusqu’au");
        String application = begun(parent);
        assertThat(begun(parent)).as("the button pressed twice").isEqualTo(application);

        assertThat(choose(parent, application, "Awa", "Inès").location())
                .endsWith(application + "/days");
        assertThat(eat(parent, application, 1, 2, 4, 5).location()).endsWith("/quotient");
        assertThat(declare(parent, application, "30 000", "2,5").location()).endsWith("/payers");
        assertThat(parent.get(application + "/quotient").html())
                .contains("1\u00a0000,00\u00a0€", "5,20\u00a0€", "avis.pdf");
        assertThat(pay(parent, application).location()).endsWith("/summary");
        assertThat(parent.get(application + "/summary").html())
                .contains("Awa", "Inès", "Lundi, Mardi, Jeudi, Vendredi", "5,20\u00a0€");
        assertThat(send(parent, application).location()).endsWith("/registrations");
        assertThat(send(parent, application).status()).as("sent twice").isEqualTo(200);
        kit.deliver();

        assertThat(state(parent)).isEqualTo("SENT");
        assertThat(waiting(kit.college())).hasSize(1);
        assertThat(waiting(kit.otherCollege())).hasSize(1);
        assertThat(applications("TO_CHECK")).hasSize(1);

        accept(kit.college());
        kit.asOperator()
                .post(
                        "/applications",
                        Form.of("chosen", only().substring("/applications/".length())));
        assertThat(state(parent)).isEqualTo("SENT");
        assertThat(applications("AT_COLLEGE")).hasSize(1);
        accept(kit.otherCollege());

        assertThat(state(parent)).isEqualTo("DECIDED");
        assertThat(applications("DECIDED")).hasSize(1);
        assertThat(parent.card("registration").html()).doesNotContain("Cantine", "cantine");
        String page = parent.get("/registrations").html();
        assertThat(page).contains("à partir du mardi 1er\u00a0septembre 2026");
        JsonObject child =
                parent.get("/registrations")
                        .json()
                        .getJsonArray("sent")
                        .getJsonObject(0)
                        .getJsonArray("children")
                        .getJsonObject(0);
        assertThat(
                        Paper.text(
                                parent.get(
                                        "/registrations/children/"
                                                + child.getString("child")
                                                + "/letter.pdf")))
                .contains("Awa", "2026-2027", "Lundi, Mardi, Jeudi, Vendredi", "5,20");
        assertThat(kit.notices(kit.departement()))
                .extracting(ToldNotice::title)
                .containsExactly("Inscription à la cantine\u00a0: votre demande est acceptée");
        assertThat(parent.notifications(1).html()).contains("votre demande est acceptée");
    }

    @Test
    void anApplicationIsGoneOnWithWhereItWasLeftAndNoStepIsSkipped() {
        String application = begun(parent);
        choose(parent, application, "Awa");
        assertThat(parent.get("/registrations").html())
                .contains("À faire\u00a0: étape 2", "Continuer");
        assertThat(parent.get("/registrations").html()).contains(application + "/days");
        assertThat(parent.post("/registrations", Form.empty()).location())
                .endsWith(application + "/days");
        assertThat(parent.card("registration").html()).contains("pas encore envoyée");

        assertThat(parent.get(application + "/quotient").status()).isEqualTo(404);
        assertThat(declare(parent, application, "30000", "2").status()).isEqualTo(404);
        assertThat(parent.get(application + "/summary").status()).isEqualTo(404);
        assertThat(send(parent, application).violations()).containsOnlyKeys("agreed");
        assertThat(applications("TO_CHECK")).isEmpty();
    }

    @Test
    void aFurtherChildNeedsItsDaysBeforeAnythingIsSent() {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);
        declare(parent, application, "30000", "2");
        pay(parent, application);

        choose(parent, application, "Awa", "Léo");

        assertThat(parent.get(application + "/summary").status()).isEqualTo(404);
        assertThat(send(parent, application).status()).isEqualTo(422);
        List<JsonObject> days =
                parent.get(application + "/days")
                        .json()
                        .getJsonArray("children")
                        .getValuesAs(JsonObject.class);
        assertThat(days)
                .extracting(child -> child.getJsonArray("days").size())
                .containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void nobodyRegistersOthersChildrenOrTouchesOthersApplications() {
        String application = begun(parent);
        Visitor stranger = kit.as(kit.guardian()).at(kit.departement());

        assertThat(stranger.get(application + "/children").status()).isEqualTo(404);
        assertThat(choose(parent, application, "Awa").status()).isEqualTo(200);
        for (String step : List.of("days", "quotient", "payers", "summary")) {
            assertThat(stranger.get(application + "/" + step).status()).isEqualTo(404);
        }
        assertThat(send(stranger, application).status()).isEqualTo(404);
        KitAnswer foreign =
                parent.post(
                        application + "/children",
                        Form.of("child", kit.otherCollege().otherPupil().id().toString()));
        assertThat(foreign.violations()).containsOnlyKeys("child");
        assertThat(parent.post(application + "/children", Form.empty()).violations())
                .containsOnlyKeys("child");
    }

    @Test
    void aChildIsRegisteredOnceWhoeverOfItsGuardiansIsFirst() {
        Visitor other =
                kit.as(
                                kit.aGuardian()
                                        .named("Noé", "Diallo")
                                        .of(kit.college().otherPupil())
                                        .create())
                        .at(kit.departement());
        String theirs = begun(other);
        choose(other, theirs, "Léo");
        eat(other, theirs, 2);
        declare(other, theirs, "20000", "2");
        pay(other, theirs);
        sent(parent, "Awa", "Léo");

        KitAnswer refused = send(other, theirs);

        assertThat(String.valueOf(refused.violations().get("agreed")))
                .contains("Déjà inscrit(e)", "Léo");
        assertThat(other.get(theirs + "/children").html()).contains("déjà inscrit(e)");
        assertThat(choose(other, theirs, "Léo").violations()).containsOnlyKeys("child");
    }

    @Test
    void whatTheCollegeRefusesComesBackWithItsReasonAndIsAskedAgain() {
        sent(parent, "Awa", "Léo");
        List<JsonObject> children = waiting(kit.college());
        String first = children.get(0).getString("id");
        String reason = "Une décision de justice confie l’enfant à l’autre parent.";
        assertThat(
                        office(kit.college())
                                .post("/identities/" + first + "/refusal", Form.empty())
                                .violations())
                .containsOnlyKeys("reason");

        office(kit.college()).post("/identities/" + first + "/refusal", Form.of("reason", reason));
        kit.deliver();

        assertThat(parent.get("/registrations").html()).contains("à compléter", "Continuer");
        assertThat(parent.card("registration").html()).contains("est à compléter");
        String application = begun(parent);
        assertThat(parent.get(application + "/summary").html()).contains(reason);
        assertThat(kit.notices(kit.departement())).hasSize(1);
        assertThat(kit.asOperator().post(oneOf("REFUSED") + "/acceptance", Form.empty()).status())
                .isEqualTo(409);

        assertThat(send(parent, application).status()).isEqualTo(200);
        kit.deliver();
        assertThat(waiting(kit.college())).hasSize(2);
    }

    private String oneOf(String list) {
        return "/applications/" + applications(list).get(0).getString("application");
    }

    @Test
    void theDepartementCorrectsFiguresOrSendsThemBackAndWhatItAcceptedHolds() {
        sent(parent, "Awa");
        String application = only();
        assertThat(kit.asOperator().get(application).html())
                .contains("avis.pdf", "30000", "1\u00a0000,00\u00a0€");
        assertThat(kit.asOperator().get(application + "/notice").bytes()).isEqualTo(NOTICE);
        assertThat(
                        kit.asOperator()
                                .post(
                                        application + "/acceptance",
                                        Form.of("income", "-3", "shares", "0"))
                                .violations())
                .containsOnlyKeys("income", "shares");

        kit.asOperator()
                .post(application + "/acceptance", Form.of("income", "15000", "shares", "2,5"));

        assertThat(kit.asOperator().get(application).html()).contains("500,00\u00a0€", "3,10");
        assertThat(
                        kit.asOperator()
                                .post(
                                        application + "/refusal",
                                        Form.of("reason", "La page 2 manque."))
                                .status())
                .as("the collège has not answered: it can still come back")
                .isEqualTo(200);
        assertThat(parent.get(begun(parent) + "/summary").html()).contains("La page 2 manque.");
    }

    @Test
    void aSelfRunCanteenTakesNoRegistrationOfTheDepartement() {
        kit.set("run-by", "college");

        sent(parent, "Awa");

        assertThat(parent.get(begun(parent) + "/summary").html())
                .contains("tient sa propre restauration");
    }

    @Test
    void aCollegeThatRunsItsCanteenRegistersItsOwnFamilies() {
        kit.set("run-by", "college");
        Visitor manager = kit.as(kit.staff(StaffFunction.GESTIONNAIRE));
        Visitor guardian = kit.as(kit.guardian());
        assertThat(guardian.get("/registrations").html()).contains("ne sont pas ouvertes");
        kit.clock().set(Instant.parse("2026-01-05T09:00:00Z"));
        manager.post("/tariffs/" + UUID.randomUUID(), Decision.of("2026-01-01"));
        manager.post("/rules/2025", rules(2025));
        kit.clock().set(Instant.parse("2026-02-20T09:00:00Z"));

        String name = children(guardian, begun(guardian)).get(0).getString("name").split(" ")[0];
        sent(guardian, name);

        assertThat(waiting(kit.college())).hasSize(1);
        String application =
                manager.get("/applications")
                        .json()
                        .getJsonObject("applications")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("application");
        manager.post("/applications", Form.of("chosen", application));
        accept(kit.college());
        assertThat(guardian.get("/registrations").html())
                .contains("Acceptée", "à partir du samedi 21\u00a0février 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE, , 2, income",
        "NOTICE, -5, 2, income",
        "NOTICE, 99999999, 2, income",
        "NOTICE, mille, 2, income",
        "NOTICE, 30000, 0, shares",
        "NOTICE, 30000, 0.5, shares",
        "NOTICE, 30000, 21, shares",
        "NOTICE, 30000, deux, shares",
        "CAF, 30000, 2, source"
    })
    void whatNoTaxNoticeSaysIsRefused(String source, String income, String shares, String field) {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);

        KitAnswer refused =
                parent.post(
                        application + "/quotient",
                        Form.of(
                                        "source",
                                        source,
                                        "income",
                                        income == null ? "" : income,
                                        "shares",
                                        shares)
                                .withFile("notice", "avis.pdf", "application/pdf", NOTICE));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsKey(field);
    }

    @Test
    void anIncomeOfNothingIsAQuotientAndWhoGivesNonePaysTheLastBand() {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);
        assertThat(
                        parent.post(
                                        application + "/quotient",
                                        Form.of("source", "NOTICE", "income", "0", "shares", "1"))
                                .violations())
                .as("a tax notice is needed")
                .containsOnlyKeys("notice");

        declare(parent, application, "0", "1");
        assertThat(parent.get(application + "/quotient").html()).contains("1,10\u00a0€");
        parent.post(application + "/quotient", Form.of("source", "NONE"));

        String page = parent.get(application + "/quotient").html();
        assertThat(page).contains("6,20\u00a0€", "dernière tranche").doesNotContain("avis.pdf");
    }

    @Test
    void aTaxNoticeThatIsNoDocumentIsRefused() {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);

        KitAnswer text =
                parent.post(
                        application + "/quotient",
                        Form.of("source", "NOTICE", "income", "1000", "shares", "1")
                                .withFile(
                                        "notice",
                                        "avis.txt",
                                        "text/plain",
                                        "Revenus".getBytes(UTF_8)));

        assertThat(text.violations()).containsOnlyKeys("notice");
    }

    @ParameterizedTest
    @CsvSource({
        "SHARES, 0, Noé Diallo, true, a@example.org, ownShare",
        "SHARES, 100, Noé Diallo, true, a@example.org, ownShare",
        "SHARES, moitié, Noé Diallo, true, a@example.org, ownShare",
        "SHARES, 50, '', true, a@example.org, otherName",
        "WEEKS, 50, ' ', true, a@example.org, otherName",
        "WEEKS, 50, Noé Diallo, , a@example.org, ownEven",
        "ALONE, 50, '', true, nulle part, mail",
        "TROIS, 50, '', true, a@example.org, split"
    })
    void whoPaysIsSaidWhole(
            String split, String share, String other, String even, String mail, String field) {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);
        declare(parent, application, "30000", "2");
        Form form = Form.of("split", split, "ownShare", share, "otherName", other, "mail", mail);
        if (even != null) {
            form.with("ownEven", even);
        }

        assertThat(parent.post(application + "/payers", form).violations()).containsKey(field);
    }

    @Test
    void twoPayByWeeksAndTheSummarySaysWhose() {
        String application = begun(parent);
        choose(parent, application, "Awa");
        eat(parent, application, 1);
        declare(parent, application, "30000", "2");

        parent.post(
                application + "/payers",
                Form.of(
                        "split", "WEEKS",
                        "otherName", "Noé Diallo",
                        "ownEven", "true",
                        "mail", "a@example.org"));

        assertThat(parent.get(application + "/summary").html())
                .contains("les semaines paires, Noé Diallo les semaines impaires");
    }

    @Test
    void outsideACampaignItIsLateAndBeforeTheFirstOneItIsClosed() {
        kit.clock().set(Instant.parse("2026-07-15T08:00:00Z"));
        assertThat(parent.get("/registrations").html()).contains("est terminée depuis");
        sent(parent, "Awa");
        assertThat(applications("TO_CHECK").get(0).getBoolean("late")).isTrue();

        kit.clock().set(Instant.parse("2025-06-15T08:00:00Z"));
        assertThat(parent.post("/registrations", Form.empty()).problem().type())
                .isEqualTo("registration-closed");
    }

    @Test
    void onTheNightWhenTheCampaignEndsParisTells() {
        kit.clock().set(Instant.parse("2026-07-14T21:59:59Z"));
        assertThat(parent.get("/registrations").html()).contains("ouvertes jusqu’au");
        kit.clock().set(Instant.parse("2026-07-14T22:00:00Z"));
        assertThat(parent.get("/registrations").html()).contains("est terminée depuis");
    }

    @Test
    void onlyTheOfficeLooksAtIdentitiesAndOnlyOperatorsAtQuotients() {
        sent(parent, "Awa");
        String application = only();

        assertThat(kit.as(kit.staff(StaffFunction.CPE)).get("/identities").status()).isEqualTo(403);
        assertThat(parent.get(application).status()).isEqualTo(403);
        assertThat(parent.get(application + "/notice").status()).isEqualTo(403);
        assertThat(
                        kit.as(kit.staff(StaffFunction.GESTIONNAIRE))
                                .get(application + "/notice")
                                .status())
                .isEqualTo(404);
        assertThat(office(kit.otherCollege()).get("/identities").html())
                .contains("Rien à vérifier");
    }

    @Test
    void pagesStayWithinTheirStatementsHoweverManyThereAre() {
        sent(parent, "Awa", "Léo", "Inès");

        assertThat(parent.get("/registrations").statements()).isLessThanOrEqualTo(6);
        assertThat(kit.asOperator().get("/applications").statements()).isLessThanOrEqualTo(5);
        assertThat(kit.asOperator().get(only()).statements()).isLessThanOrEqualTo(6);
        assertThat(office(kit.college()).get("/identities").statements()).isLessThanOrEqualTo(3);
        assertThat(office(kit.college()).get("/identities").html()).contains("Awa", "Léo");
    }
}
