package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.Chromium.Person;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A circular from the collège to the families and their answers, in a real browser. */
@ExtendWith(RunningPreau.class)
class CircularJourneysIT {

    private static final String CIRCULARS = "/c/sevres/communication/circulars";

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
    void aCpeAsksForASignatureAndAGuardianSignsFromTheAccueil(boolean javaScript) {
        String title = javaScript ? "Sortie au Louvre" : "Sortie à Giverny";
        Person cpe = signedIn("cpe.sevres", javaScript);
        send(cpe, title);
        assertThat(cpe.text()).contains(title);

        Person guardian = signedIn("parent.sevres", javaScript);
        assertThat(guardian.page().innerText(".asking")).contains(title);
        guardian.follow(title);
        assertThat(guardian.text()).contains("Départ à 8 h 15 devant le collège.");
        guardian.press("Signer pour");
        assertThat(guardian.page().innerText("#notice"))
                .isEqualTo("Votre signature est enregistrée.");
        guardian.open("/");
        assertThat(guardian.text()).doesNotContain(title);
        assertThat(guardian.complaints()).isEmpty();
        assertThat(cpe.complaints()).isEmpty();
    }

    @Test
    void everyStageOfACircularIsAccessibleAndFitsAPhoneAndADesk() {
        Person cpe = chromium.signedIn("cpe.sevres", true);
        cpe.open(CIRCULARS + "/sent");
        cpe.assertSound("circulars that were sent");
        cpe.open(CIRCULARS + "/new");
        cpe.assertSound("an empty circular");
        cpe.fill("[name=title]", " ");
        cpe.write("Départ à 8 h 15.");
        cpe.fill("[name=deadline]", inTenDays());
        cpe.press("Voir l’aperçu");
        assertThat(cpe.text()).contains("Écrivez un titre.");
        cpe.assertSound("a circular without a title");
        send(cpe, "Étapes d’une circulaire");
        cpe.follow("Étapes d’une circulaire");
        cpe.assertSound("the follow-up of a circular");

        Person guardian = chromium.signedIn("parent.sevres", true);
        guardian.assertSound("an accueil that asks");
        guardian.open(CIRCULARS);
        guardian.assertSound("circulars that were received");
        guardian.follow("Étapes d’une circulaire");
        guardian.assertSound("a circular that asks");
        guardian.press("Signer pour");
        guardian.assertSound("a circular that was signed");
    }

    /** On a phone: with a script and no pointer, or without a script. */
    private static Person signedIn(String login, boolean javaScript) {
        return javaScript ? chromium.atTheKeyboard(login) : chromium.signedIn(login, false);
    }

    /** Asks all guardians of the collège for a signature. */
    private static void send(Person writer, String title) {
        writer.open(CIRCULARS + "/new");
        writer.fill("[name=title]", title);
        writer.write("Départ à 8 h 15 devant le collège.");
        writer.tick("Tout le collège");
        writer.fill("[name=deadline]", inTenDays());
        writer.choose("[name=kind]", "SIGNED");
        writer.press("Voir l’aperçu");
        assertThat(writer.text()).contains("Départ à 8 h 15", "familles");
        writer.press("Envoyer à");
        assertThat(writer.page().innerText("#notice")).contains("Circulaire envoyée à");
    }

    private static String inTenDays() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(10).toString();
    }
}
