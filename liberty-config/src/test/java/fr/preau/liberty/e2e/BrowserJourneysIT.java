package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import fr.preau.liberty.e2e.Chromium.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final Map<String, Person> readers = new HashMap<>();

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
        allowAnswers(teacher);
        teacher.write("Mardi à 14 h.\n<b>Prévoir un goûter</b> & de l’eau.");
        teacher.press("Envoyer à");
        assertThat(teacher.text())
                .contains("En cours d’envoi", subject, "<b>Prévoir un goûter</b> & de l’eau.");

        Person guardian = chromium.signedIn("parent.sevres", javaScript);
        guardian.awaitLetter("/", subject);
        assertThat(guardian.text()).contains("Collège de Sèvres", "Collège Bel Air", subject);
        guardian.follow(subject);
        assertThat(guardian.text()).contains("Mardi à 14 h.");
        guardian.write("D’accord, merci !");
        guardian.press("Envoyer la réponse");
        assertThat(guardian.page().innerText("#notice")).isEqualTo("Réponse en cours d’envoi.");
        assertThat(guardian.text()).contains("D’accord, merci !", "Annuler l’envoi");
        guardian.press("Envoyer tout de suite");
        assertThat(guardian.page().innerText("#notice")).isEqualTo("Réponse envoyée.");
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
    void aTeacherGathersPeopleOfTwoClassesAfterTypingAText(boolean javaScript) {
        String subject = javaScript ? "Deux classes" : "Deux classes réunies";
        String text = "Bonjour,\n\n« Rendez-vous » à 9 h & merci.\n";
        Person teacher = chromium.signedIn("prof.sevres", javaScript);
        teacher.open("/c/sevres/communication/messages/recipients");
        String first = showClass(teacher, 1);
        String firstPerson = tickFirst(teacher, "Élèves");
        teacher.press("Écrire aux personnes cochées");
        teacher.page().fill("[name=subject]", subject);
        teacher.write(text);

        teacher.press("Ajouter ou retirer des destinataires");
        assertThat(teacher.text()).contains("Votre message est gardé");
        String second = showClass(teacher, 2);
        String secondPerson = tickFirst(teacher, "Élèves");
        teacher.press("Afficher");
        assertThat(ticked(teacher, "Déjà choisis"))
                .containsExactly(firstPerson + " · Élève", secondPerson + " · Élève");
        assertThat(ticked(teacher, "Élèves")).isEmpty();
        teacher.press("Écrire aux personnes cochées");

        assertThat(first).isNotEqualTo(second);
        assertThat(teacher.page().inputValue("[name=subject]")).isEqualTo(subject);
        assertThat(teacher.page().inputValue("[name=text]").strip()).isEqualTo(text.strip());
        teacher.press("Envoyer à 2 personnes");
        assertThat(teacher.text()).contains("« Rendez-vous » à 9 h & merci.", "2 personnes");
        assertThat(teacher.complaints()).isEmpty();
    }

    /** Shows the people of the class that stands at this place of the list. */
    private static String showClass(Person teacher, int place) {
        String name = teacher.page().locator("[name=in] option").nth(place).innerText().strip();
        teacher.page().selectOption("[name=in]", new SelectOption().setIndex(place));
        teacher.press("Afficher");
        assertThat(teacher.page().locator("[name=in] option:checked").innerText().strip())
                .isEqualTo(name);
        return name;
    }

    /** Ticks the first one of a list, and says whom. */
    private static String tickFirst(Person teacher, String list) {
        Locator first = list(teacher, list).locator("label").first();
        first.click();
        return first.innerText().strip();
    }

    private static List<String> ticked(Person teacher, String list) {
        return list(teacher, list).locator("label:has(input:checked)").allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    private static Locator list(Person teacher, String legend) {
        return teacher.page().locator("fieldset:has(legend:text-is(\"" + legend + "\"))");
    }

    @Test
    void everyStageOfALetterIsAccessibleAndFitsAPhoneAndADesk() {
        Person teacher = chromium.signedIn("prof.sevres", true);
        teacher.open("/c/sevres/communication/messages/recipients");
        showClass(teacher, 1);
        teacher.assertSound("recipients with a class shown");
        list(teacher, "Groupes").locator("label:has-text('Les responsables de')").first().click();
        teacher.press("Écrire aux personnes cochées");
        teacher.assertSound("letter with recipients");
        teacher.page().fill("[name=subject]", " ");
        teacher.write("Bonjour.");
        teacher.press("Envoyer");
        assertThat(teacher.text()).contains("Écrivez l’objet du message.");
        teacher.assertSound("letter without a subject");
        teacher.page().fill("[name=subject]", "Étapes d’un message");
        teacher.page().press("[name=subject]", "Enter");
        teacher.page().waitForLoadState();
        assertThat(teacher.page().url()).contains("/communication/sent/");
        teacher.assertSound("letter that was sent");
        teacher.open("/c/sevres/communication/sent?q=introuvable");
        assertThat(teacher.text()).contains("Aucun message trouvé");
        teacher.assertSound("search without result");
        teacher.open("/c/sevres/communication/messages/recipients?q=zzzz");
        assertThat(teacher.text()).contains("Personne de ce nom");
        teacher.assertSound("search for people without result");
    }

    @Test
    void everyStageOfAConversationIsAccessibleAndFitsAPhoneAndADesk() {
        Person pupil = chromium.signedIn("eleve.sevres", true);
        pupil.open("/c/sevres/communication/messages/new");
        pupil.assertSound("letter of a pupil");
        pupil.page().locator("label:has(input[name=to])").first().click();
        pupil.page().fill("[name=subject]", " ");
        pupil.write("Bonjour.");
        pupil.press("Envoyer");
        assertThat(pupil.text()).contains("Écris l’objet du message.");
        pupil.assertSound("letter of a pupil without a subject");

        Person teacher = chromium.signedIn("prof.sevres", true);
        teacher.open("/c/sevres/communication/messages/recipients");
        teacher.page().locator("label:has-text('Les responsables de 5e')").first().click();
        teacher.press("Écrire aux personnes cochées");
        teacher.page().fill("[name=subject]", "Étapes d’une conversation");
        allowAnswers(teacher);
        teacher.write("Bonjour.");
        teacher.press("Envoyer à");

        Person guardian = chromium.signedIn("parent.sevres", true);
        guardian.page().route("**/htmx.min.js", Route::abort);
        guardian.awaitLetter("/c/sevres/communication/messages", "Étapes d’une conversation");
        guardian.assertSound("inbox with an unread conversation");
        guardian.follow("Étapes d’une conversation");
        assertThat(guardian.text()).contains("Marquer comme lu");
        guardian.assertSound("unread conversation");
        guardian.write(" ");
        guardian.press("Envoyer la réponse");
        assertThat(guardian.text()).contains("Écrivez le message.");
        guardian.assertSound("reply without a text");
        guardian.page().unroute("**/htmx.min.js");
        guardian.write("Merci.");
        guardian.press("Envoyer la réponse");
        assertThat(guardian.text()).contains("Merci.").doesNotContain("Marquer comme lu");
        guardian.assertSound("conversation");
    }

    @Test
    void whatATeacherFormatsIsReadByAGuardianWithoutAScriptAndAnsweredSo() {
        Person teacher = chromium.signedIn("prof.sevres", true);
        teacher.open("/c/sevres/communication/messages/recipients");
        teacher.page().locator("label:has-text('Les responsables de 5e')").first().click();
        teacher.press("Écrire aux personnes cochées");
        teacher.page().fill("[name=subject]", "Sortie mise en forme");
        allowAnswers(teacher);
        teacher.write("Apporter ");
        teacher.page().keyboard().press("Control+b");
        teacher.page().keyboard().type("un pique-nique");
        teacher.page().keyboard().press("Control+b");
        teacher.page().keyboard().press("Enter");
        teacher.press("Liste");
        teacher.page().keyboard().type("gourde");
        teacher.page().keyboard().press("Enter");
        teacher.page().keyboard().type("casquette");
        teacher.assertSound("the editor");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> teacher.text().contains("Brouillon enregistré"));
        teacher.press("Envoyer à");
        assertThat(teacher.page().innerText("main strong >> nth=0")).isEqualTo("un pique-nique");

        Person guardian = chromium.signedIn("parent.sevres", false);
        guardian.awaitLetter("/c/sevres/communication/messages", "Sortie mise en forme");
        guardian.follow("Sortie mise en forme");
        assertThat(guardian.page().locator(".rich-text li").allInnerTexts())
                .containsExactly("gourde", "casquette");
        assertThat(guardian.page().isVisible(".rich-tools")).isFalse();
        guardian.write("**Merci**, nous viendrons.");
        guardian.press("Envoyer la réponse");
        assertThat(guardian.page().innerText(".rich-text strong >> nth=-1")).isEqualTo("Merci");
        assertThat(teacher.complaints()).as("the site's policy holds the editor").isEmpty();
    }

    /** A letter to a whole class is not answered unless its author wants it. */
    private static void allowAnswers(Person author) {
        author.page().locator("label:has(input[name=answers])").click();
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

    /** The pages of the portal; those of a module are looked at by its compatibility test. */
    @ParameterizedTest
    @CsvSource({
        ",/sign-in",
        ",/parts",
        ",/accessibilite",
        "parent.sevres,/",
        "parent.sevres,/profile",
        "parent.sevres,/nowhere",
        "eleve.sevres,/",
        "direction.sevres,/",
        "departement,/",
        "departement,/departement/colleges",
        "departement,/departement/modules",
        "departement,/departement/modules?search=sceaux",
        "departement,/departement/modules/communication/confirmation?enabled=false",
        "departement,/departement/audit",
        "parent.sevres,/notifications",
        "parent.sevres,/notifications/preferences",
        ",/decouvrir",
        "direction.sevres,/colleges/sevres/writing",
        "direction.sevres,/colleges/sevres/banners",
        "direction.sevres,/colleges/sevres/quiet-hours",
        "direction.sevres,/colleges/sevres/settings",
        "departement,/departement/announcements",
        "departement,/departement/banners",
        "departement,/departement/writing"
    })
    void everyPageIsAccessibleAndFitsAPhoneAndADesk(String login, String path) {
        Person person =
                readers.computeIfAbsent(
                        Objects.requireNonNullElse(login, ""),
                        who ->
                                who.isEmpty()
                                        ? chromium.visitor(true)
                                        : chromium.signedIn(who, true));
        person.complaints().clear();
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
        person.overflow(Chromium.PHONE);
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTypedOutlivesTheSessionAndArrivesOnce(boolean javaScript) {
        String subject = javaScript ? "Retard de mardi" : "Retard de jeudi";
        String text = "Bonjour Madame,\n" + "Nous arriverons en retard. ".repeat(120) + "Merci.";
        Person guardian = chromium.signedIn("parent.sevres", javaScript);
        sendLate(guardian, subject, text);
        assertThat(guardian.text()).contains("Ce que vous avez écrit est gardé");
        guardian.typeCredentials("parent.sevres");

        assertThat(guardian.text()).contains("Relire et envoyer", subject, text.substring(0, 200));
        guardian.press("Envoyer");
        assertThat(guardian.text()).contains(subject);
        guardian.open("/c/sevres/communication/sent");
        assertThat(guardian.page().locator("main a:has-text('" + subject + "')").count()).isOne();
    }

    /** Writes a letter, and sends it when the session has ended meanwhile. */
    private static void sendLate(Person person, String subject, String text) {
        person.open("/c/sevres/communication/messages/new");
        person.page().locator("main .tick").first().click();
        person.page().fill("[name=subject]", subject);
        person.write(text);
        person.signOutInAnotherTab();
        // By the keyboard: a pointer waits for the page to stand still, which it may not do behind
        // another tab.
        person.page().locator("main form button:has-text('Envoyer')").first().press("Enter");
        person.page().waitForLoadState();
    }

    @Test
    void aDraftThatCannotBeKeptLeavesTheWriterWhereTheyAre() {
        Person guardian = chromium.signedIn("parent.sevres", true);
        guardian.open("/c/sevres/communication/messages/new");
        guardian.page().locator("main .tick").first().click();
        guardian.page().fill("[name=subject]", "Encore là");
        guardian.signOutInAnotherTab();
        guardian.write("Bonjour, je n’ai pas fini.");

        guardian.page().waitForSelector("#notice:has-text('rien ne sera perdu')");
        assertThat(guardian.axe()).isEmpty();
        assertThat(guardian.page().url()).endsWith("/messages/new");
        guardian.page().locator("main form button:has-text('Envoyer')").first().press("Enter");
        guardian.typeCredentials("parent.sevres");
        assertThat(guardian.text()).contains("Encore là", "Bonjour, je n’ai pas fini.");
    }

    @Test
    void thePagesThatKeepAFormAreAccessible() {
        Person guardian = chromium.signedIn("parent.sevres", true);
        sendLate(guardian, "Jamais envoyé", "Bonjour.");
        assertThat(guardian.axe()).as("signing in").isEmpty();
        guardian.typeCredentials("parent.sevres");
        assertThat(guardian.axe()).as("reading again").isEmpty();
        assertThat(guardian.overflow(Chromium.PHONE)).isZero();
    }

    @Test
    void aSwitchPressedAfterTheSessionLeadsToTheSignInPageAndBackToAllRows() {
        Person operator = chromium.signedIn("departement", true);
        operator.open("/departement/modules");
        String before = state(operator);
        int rows = operator.page().locator("button.switch").count();
        operator.signOutInAnotherTab();

        operator.page().locator("#s-communication-sevres").click();
        operator.page().waitForURL("**/sign-in?returnTo=*");
        operator.typeCredentials("departement");

        assertThat(operator.page().url()).endsWith("/departement/modules");
        assertThat(state(operator)).isEqualTo(before);
        assertThat(operator.page().locator("button.switch").count()).isEqualTo(rows);
    }

    @Test
    void aSwitchThatIsRefusedSaysWhyAndLeavesEveryRowInPlace() {
        Person operator = chromium.signedIn("departement", true);
        operator.open("/departement/modules");
        int switches = operator.page().locator("button.switch").count();
        operator.page()
                .evaluate(
                        "document.querySelectorAll('[name=_token]')"
                                + ".forEach(field => field.value = 'another')");

        operator.page().locator("#s-communication-sevres").click();
        operator.page().waitForSelector("#notice #problem");

        assertThat(operator.page().innerText("#notice")).contains("Rien n’a été changé");
        assertThat(operator.page().locator("button.switch").count()).isEqualTo(switches);
    }

    @Test
    void aLostConnectionIsToldAndNothingVanishes() {
        Person operator = chromium.signedIn("departement", true);
        operator.open("/departement/modules");
        int switches = operator.page().locator("button.switch").count();
        operator.page().context().setOffline(true);
        operator.page().locator("#s-communication-sevres").click();
        operator.page().waitForSelector("#notice #offline");

        assertThat(operator.page().innerText("#notice")).contains("La connexion semble coupée");
        assertThat(operator.page().locator("button.switch").count()).isEqualTo(switches);
        operator.page().context().setOffline(false);
    }
}
