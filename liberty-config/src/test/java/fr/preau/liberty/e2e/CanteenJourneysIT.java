package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import fr.preau.liberty.DemoCanteen;
import fr.preau.liberty.e2e.Chromium.Person;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canteen from the price of a meal to the receipt of its last invoice, in a real browser. */
@ExtendWith(RunningPreau.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanteenJourneysIT {

    private static final String DEPARTEMENT = "/c/departement/canteen";

    private static final FilePayload NOTICE =
            new FilePayload(
                    "avis.pdf",
                    "application/pdf",
                    "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                            .getBytes(StandardCharsets.US_ASCII));

    private static final String SCHEMA = "preau_c_0920000a";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser(RunningPreau.Preau preau) throws InterruptedException {
        preau.awaitEveryCollege();
        DemoCanteen.openAt(preau.node().address(), LocalDate.now(PARIS));
        chromium = new Chromium(preau.node().address());
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    /** On a phone: with a script and no pointer, or without a script. */
    private static Person signedIn(String login, boolean javaScript) {
        return javaScript ? chromium.atTheKeyboard(login) : chromium.signedIn(login, false);
    }

    private static void sound(Person person, String stage, boolean javaScript) {
        if (javaScript) {
            person.assertSound(stage);
        }
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "true, sevres, Sèvres, secretariat.sevres",
        "false, meudon-bel-air, Bel Air, direction.meudon-bel-air"
    })
    void aGuardianRegistersAChildAndReadsTheLetterOfTheDecision(
            boolean javaScript, String college, String name, String office) {
        Person guardian = signedIn("parent.sevres", javaScript);
        guardian.open(DEPARTEMENT + "/registrations");
        sound(guardian, "before a registration", javaScript);
        guardian.press("Commencer");
        sound(guardian, "children", javaScript);
        guardian.press("Enregistrer et continuer");
        assertThat(guardian.text()).contains("Cochez au moins un enfant.");
        sound(guardian, "no child", javaScript);
        guardian.tick(name);
        guardian.press("Enregistrer et continuer");
        guardian.tick("Lundi");
        guardian.tick("Jeudi");
        sound(guardian, "days", javaScript);
        guardian.press("Enregistrer et continuer");
        guardian.fill("[name=income]", "31 250");
        guardian.fill("[name=shares]", "2,5");
        guardian.page().locator("[name=notice]").setInputFiles(NOTICE);
        sound(guardian, "quotient", javaScript);
        guardian.press("Enregistrer et continuer");
        guardian.fill("[name=mail]", "parent@preau.example");
        sound(guardian, "payers", javaScript);
        guardian.press("Enregistrer et continuer");
        assertThat(guardian.text().replace('\u00a0', ' '))
                .contains("Lundi, Jeudi", "1 041,67 €", "5,20 €", "avis.pdf");
        sound(guardian, "summary", javaScript);
        guardian.tick("J’atteste");
        guardian.press("Envoyer la demande");
        assertThat(guardian.page().innerText("#notice")).contains("est envoyée");

        Person secretary = signedIn(office, javaScript);
        String identities = "/c/" + college + "/canteen/identities";
        secretary.awaitText(identities, "Inscription par");
        sound(secretary, "identities", javaScript);
        secretary.tick(secretary.page().locator("[name=chosen]"));
        secretary.press("Valider les enfants cochés");
        assertThat(secretary.page().innerText("#notice")).contains("Un enfant validé.");

        Person operator = signedIn("departement", javaScript);
        operator.open(DEPARTEMENT + "/applications");
        sound(operator, "applications", javaScript);
        operator.act(operator.page().locator("main a.line"));
        sound(operator, "an application", javaScript);
        operator.press("Accepter le quotient");
        assertThat(operator.page().innerText("#notice")).contains("Quotient accepté");

        guardian.awaitText(DEPARTEMENT + "/registrations", "Inscription acceptée");
        sound(guardian, "a decision", javaScript);
        assertThat(guardian.page().locator("a[href$='/letter.pdf']").count()).isPositive();
        guardian.open(DEPARTEMENT + "/bookings");
        assertThat(guardian.text()).contains("Le repas du", "se change encore jusqu");
        sound(guardian, "meals", javaScript);
        secretary.awaitText("/c/" + college + "/canteen/kitchen", "1 repas");
        sound(secretary, "kitchen", javaScript);
        secretary.open("/c/" + college + "/canteen/away");
        sound(secretary, "who is away", javaScript);
        secretary.press("Choisir cette classe");
        sound(secretary, "a class that is away", javaScript);
        assertThat(guardian.complaints())
                .as("the step that was refused")
                .singleElement()
                .asString()
                .contains("422");
        assertThat(secretary.complaints()).isEmpty();
        assertThat(operator.complaints()).isEmpty();
    }

    /** Both children have eaten yesterday, as far as the line has told. */
    private static LocalDate eatenYesterday(RunningPreau.Preau preau) throws SQLException {
        LocalDate day = LocalDate.now(PARIS).minusDays(1);
        // Registrations of today are for the year of yesterday too, on 1 September.
        int year = day.getMonthValue() < 9 ? day.getYear() - 1 : day.getYear();
        preau.change("UPDATE %s.canteen_application SET school_year = %d".formatted(SCHEMA, year));
        preau.change(
                "UPDATE %s.canteen_application_child SET school_year = %d, valid_from = '%s'"
                        .formatted(SCHEMA, year, day));
        preau.change(
                "INSERT INTO %s.canteen_served (pupil_id, day, college_uai, pupil_name, class_name)"
                                .formatted(SCHEMA)
                        + " SELECT pupil_id, '%s', college_uai, pupil_name, class_name FROM"
                                .formatted(day)
                        + " %s.canteen_application_child".formatted(SCHEMA));
        return day;
    }

    @Order(2)
    @Test
    void whatBothChildrenHaveEatenIsBilledAndPaidOnline(RunningPreau.Preau preau)
            throws SQLException {
        LocalDate day = eatenYesterday(preau);
        preau.api("departement")
                .json(
                        "POST",
                        "/c/departement/payment/regies/" + UUID.randomUUID(),
                        "{\"name\": \"Restauration scolaire\", \"client\": \"123456\","
                                + " \"saisie\": \"PRODUCTION\", \"online\": true}");
        Person operator = chromium.atTheKeyboard("departement");
        operator.open(DEPARTEMENT + "/billing");
        operator.fill("[name=first]", day.toString());
        operator.fill("[name=last]", day.toString());
        operator.assertSound("before a billing run");
        operator.press("Préparer les factures");
        operator.page().waitForSelector("text=Émettre la facture");
        operator.assertSound("a run to be looked at");
        operator.act(operator.page().locator("main a.line"));
        assertThat(operator.text()).contains("Pas encore émise", "Repas");
        operator.assertSound("a draft");
        operator.page().goBack();
        operator.press("Émettre la facture");
        operator.page().waitForSelector("text=Enregistrer le journal");
        operator.assertSound("a run that is out");
        operator.act(operator.page().locator("main a.line"));
        operator.assertSound("an invoice that can be credited");

        Person guardian = chromium.atTheKeyboard("parent.sevres");
        guardian.open(DEPARTEMENT + "/invoices");
        assertThat(guardian.text().replace('\u00a0', ' ')).contains("Reste à payer : 10,40 €");
        guardian.assertSound("invoices");
        guardian.act(guardian.page().locator("main a.line"));
        guardian.assertSound("an invoice");
        guardian.open("/c/departement/payment/debts");
        guardian.fill("[name=mail]", "parent@preau.example");
        guardian.assertSound("debts");
        guardian.press("Payer en ligne");
        guardian.page().waitForSelector("text=Payer sur PayFiP");
        guardian.assertSound("an operation");
        guardian.act(guardian.page().locator("a:has-text('Payer sur PayFiP')"));
        guardian.page().click("button[value=PAY_BY_CARD]");
        guardian.page().waitForSelector("text=Enregistrer le reçu");
        guardian.assertSound("a receipt");
        guardian.open(DEPARTEMENT + "/invoices");
        assertThat(guardian.text()).contains("Tout est payé");
        operator.open("/c/departement/payment/operations");
        operator.assertSound("operations");
        assertThat(preau.payFip().operations()).hasSize(1);
        assertThat(guardian.complaints()).isEmpty();
        assertThat(operator.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoHasNotSignedInLearnsWhatAMealCosts(boolean javaScript) {
        Person visitor = chromium.visitor(javaScript);
        visitor.open(DEPARTEMENT + "/simulator");
        sound(visitor, "simulator", javaScript);
        visitor.fill("[name=income]", "31250");
        visitor.fill("[name=shares]", "2,5");
        visitor.press("Calculer le prix");
        assertThat(visitor.text().replace('\u00a0', ' ')).contains("5,20 € par repas");
        sound(visitor, "a price", javaScript);
        assertThat(visitor.complaints()).isEmpty();
    }
}
