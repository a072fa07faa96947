package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the administrator of a collège reads of its modules. */
class AdministrationPagesTest {

    private static final Map<String, String> DOCUMENTS = new Examples().documents();

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }

    @Test
    void everyOfferedModuleSaysHowItIsAndWhoDecides() {
        assertThat(document("own-modules"))
                .contains("activé", "suspendu", "Demande 1 droit.", "Demande 2 droits.")
                .contains("Votre collège l’active ou l’arrête lui-même.")
                .contains("Le Département décide de son activation.")
                .contains("href=\"/colleges/sevres/modules/lost-and-found\"")
                .contains("Voir et régler «\u00a0Objets trouvés\u00a0»");
    }

    @Test
    void anEmptyListSaysWhyAndWhomToAsk() {
        assertThat(document("own-modules-none"))
                .contains("Aucun module pour le moment", "Adressez-vous à lui");
    }

    @Test
    void aModuleSaysWhatItSeesAndWhyBeforeItIsSwitchedOn() {
        assertThat(document("own-module-off"))
                .contains("Ni adresse, ni date de naissance, ni responsable.")
                .contains("Pourquoi, selon l’éditeur\u00a0: Pour nommer les élèves")
                .contains("name=\"enabled\" value=\"true\"")
                .contains("Activer ce module</button>");
    }

    @Test
    void switchingOffNamesWhoLosesSomething() {
        assertThat(document("own-module"))
                .contains("name=\"enabled\" value=\"false\"")
                .contains("«\u00a0Webradio\u00a0» fonctionne sans le service");
    }

    @Test
    void eachSettingHasTheFieldOfItsType() {
        assertThat(document("own-module"))
                .contains("name=\"setting.keep-days\" type=\"number\" value=\"30\"")
                .contains("Ensuite l’objet est donné. De 1 à 90.")
                .contains("value=\"Bonjour &lt;tous>\"")
                .contains("<option value=\"false\" selected>Non</option>")
                .contains("<option value=\"place\" selected>Par lieu</option>")
                .contains("name=\"setting.closing\" type=\"date\" value=\"2027-07-03\"");
    }

    @Test
    void aMistakeStandsBesideItsFieldWithWhatWasTyped() {
        assertThat(document("own-module-wrong"))
                .contains("id=\"field-setting.keep-days-error\"", "il faut 90 au plus.")
                .contains("value=\"91\"", "aria-invalid=\"true\"");
    }

    @Test
    void aModuleThatIsHeldSaysWhyAndOfWhatTheDepartementDecidesThereIsNoButton() {
        assertThat(document("own-module-held"))
                .contains("Ce module est suspendu dans votre collège")
                .contains("Écarté 3 fois", "il n’a pas répondu à temps")
                .contains("Ses données sont conservées")
                .doesNotContain("name=\"enabled\"");
    }

    @Test
    void aPersonIsFoundAlsoAfterTheyLeft() {
        assertThat(document("persons"))
                .contains("Awa Martin", "Marcel Durand", "Responsable légal · a quitté le collège")
                .contains("tapez davantage de lettres");
        assertThat(document("persons-none")).contains("Personne à ce nom");
    }

    @Test
    void whatIsKeptOfAPersonIsForThatPersonAlone() {
        assertThat(document("person-here"))
                .contains("2 modules gardent quelque chose")
                .contains("Chaque personne télécharge elle-même ses données depuis son profil.")
                .contains("30 jours après son départ")
                .doesNotContain("/export\"", "/my-data\"", "/erasure\"");
    }

    @Test
    void theyAreErasedAfterTheDelayAndNotBefore() {
        assertThat(document("person-left"))
                .contains("Cette personne a quitté le collège", "jeudi 3\u00a0décembre")
                .doesNotContain("/erasure\"");
        assertThat(document("person-due")).contains("/erasure\"", "Effacer ses données</button>");
    }

    @Test
    void eachModuleSaysWhatIsGoneAndWhatItMustKeep() {
        assertThat(document("person-erased"))
                .contains("Cantine\u00a0: 12 éléments effacés", "Dix ans, par la loi.")
                .contains("Communication\u00a0: n’a pas répondu.");
    }
}
