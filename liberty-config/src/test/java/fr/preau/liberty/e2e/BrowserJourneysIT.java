package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.Chromium.Person;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do, in a real browser. */
@ExtendWith(RunningPreau.class)
class BrowserJourneysIT {

    private static Chromium chromium;

    @BeforeAll
    static void openBrowser(RunningPreau.Preau preau) {
        preau.awaitEveryCollege();
        chromium = new Chromium(preau.node().address());
    }

    @AfterAll
    static void closeBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTeacherWritesToAClassAndAGuardianOfTwoCollegesReadsAndAnswers(boolean javaScript) {
        String subject = javaScript ? "Sortie à la piscine" : "Sortie au théâtre";

        Person teacher = chromium.signedIn("prof.sevres", javaScript);
        teacher.open("/c/sevres/communication/messages");
        teacher.follow("Écrire un message");
        teacher.page().locator("label:has-text('Les responsables de 5e')").first().click();
        teacher.press("Écrire aux personnes cochées");
        teacher.page().fill("[name=subject]", subject);
        teacher.page().fill("[name=text]", "Mardi à 14 h.\n<b>Prévoir un goûter</b> & de l’eau.");
        teacher.page().locator("main form button[type=submit]").last().click();
        teacher.page().waitForLoadState();
        assertThat(teacher.text()).contains(subject, "<b>Prévoir un goûter</b> & de l’eau.");

        Person guardian = chromium.signedIn("parent.sevres", javaScript);
        assertThat(guardian.text()).contains("Collège de Sèvres", "Collège Bel Air", subject);
        guardian.follow(subject);
        assertThat(guardian.text()).contains("Mardi à 14 h.");
        guardian.page().fill("[name=text]", "D’accord, merci !");
        guardian.press("Envoyer la réponse");
        assertThat(guardian.text()).contains("D’accord, merci !");
        guardian.open("/");
        assertThat(guardian.text()).doesNotContain(subject);

        teacher.open("/");
        assertThat(teacher.text()).contains(subject);
        teacher.follow(subject);
        assertThat(teacher.text()).contains("D’accord, merci !");
        assertThat(teacher.complaints()).isEmpty();
        assertThat(guardian.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOperatorSwitchesAModuleOffForOneCollegeAndTheOtherGoesOn(boolean javaScript) {
        Person operator = chromium.signedIn("departement", javaScript);
        Person guardian = chromium.signedIn("parent.sevres", javaScript);
        operator.open("/departement/modules");
        try {
            press(operator);
            guardian.open("/");
            assertThat(guardian.page().locator("a[href*='/c/sevres/communication']").count())
                    .isZero();
            assertThat(
                            guardian.page()
                                    .locator("a[href*='/c/meudon-bel-air/communication']")
                                    .count())
                    .isPositive();
            guardian.open("/c/sevres/communication/messages");
            assertThat(guardian.text()).contains("Code 404");
        } finally {
            operator.open("/departement/modules");
            if (state(operator).equals("false")) {
                press(operator);
            }
        }
        guardian.open("/c/sevres/communication/messages");
        assertThat(guardian.text()).contains("Écrire un message");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOperatorSwitchesAModuleOffForACommuneAndTakesItBack(boolean javaScript) {
        Person operator = chromium.signedIn("departement", javaScript);
        operator.open("/departement/modules?search=sceaux");
        operator.page().locator("#commune-sceaux a:has-text('Arrêter les 2')").click();
        assertThat(operator.text()).contains("2 collèges vont changer dans la commune");
        operator.press("Arrêter pour 2 collèges");
        assertThat(operator.text()).contains("arrêté pour 2 collèges");
        assertThat(state(operator, "sceaux-lakanal")).isEqualTo("false");
        operator.press("activer de nouveau pour ces 2 collèges");
        assertThat(state(operator, "sceaux-lakanal")).isEqualTo("true");
        assertThat(operator.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSwitchLeavesTheSearchAsItIs(boolean javaScript) {
        Person operator = chromium.signedIn("departement", javaScript);
        for (String wanted : List.of("false", "true")) {
            operator.open("/departement/modules?search=lakanal");
            operator.page().locator("#s-communication-sceaux-lakanal").click();
            operator.page()
                    .waitForSelector(
                            "#s-communication-sceaux-lakanal[aria-checked='" + wanted + "']");
            assertThat(operator.text()).contains("Lakanal").doesNotContain("Antony");
        }
    }

    private static String state(Person operator, String college) {
        return operator.page().getAttribute("#s-communication-" + college, "aria-checked");
    }

    private static void press(Person operator) {
        String before = state(operator);
        operator.page().locator("#s-communication-sevres").click();
        operator.page()
                .waitForSelector(
                        "#s-communication-sevres[aria-checked='" + !before.equals("true") + "']");
    }

    private static String state(Person operator) {
        return operator.page().getAttribute("#s-communication-sevres", "aria-checked");
    }

    @ParameterizedTest
    @CsvSource({
        ",/sign-in",
        ",/parts",
        "parent.sevres,/",
        "parent.sevres,/profile",
        "parent.sevres,/c/sevres/communication/messages",
        "parent.sevres,/c/sevres/communication/messages/new",
        "parent.sevres,/nowhere",
        "prof.sevres,/c/sevres/communication/messages/recipients",
        "prof.sevres,/c/sevres/communication/sent",
        "eleve.sevres,/",
        "direction.sevres,/",
        "direction.sevres,/c/sevres/communication/messages/recipients",
        "departement,/",
        "departement,/departement/colleges",
        "departement,/departement/modules",
        "departement,/departement/modules?search=sceaux",
        "departement,/departement/modules/communication/confirmation?enabled=false",
        "departement,/departement/audit"
    })
    void everyPageIsAccessibleAndFitsAPhoneAndADesk(String login, String path) {
        Person person = login == null ? chromium.visitor(true) : chromium.signedIn(login, true);
        person.open(path);
        SoftAssertions.assertSoftly(
                softly -> {
                    softly.assertThat(person.axe()).as("axe on a phone").isEmpty();
                    softly.assertThat(person.overflow(Chromium.PHONE)).isZero();
                    softly.assertThat(person.overflow(Chromium.DESK)).isZero();
                    softly.assertThat(person.complaints())
                            .as("console")
                            .allMatch(line -> line.contains("404") && path.equals("/nowhere"));
                });
    }

    @Test
    void aWrongPasswordIsToldAndTheLoginIsKept() {
        Person visitor = chromium.visitor(true);
        visitor.open("/sign-in");
        visitor.page().fill("input[name=login] >> visible=true", "parent.sevres");
        visitor.page().fill("input[name=password] >> visible=true", "pas le bon");
        visitor.press("Se connecter");
        assertThat(visitor.page().inputValue("input[name=login] >> visible=true"))
                .isEqualTo("parent.sevres");
        assertThat(visitor.page().locator("[role=alert]").count()).isPositive();
        assertThat(visitor.axe()).isEmpty();
    }
}
