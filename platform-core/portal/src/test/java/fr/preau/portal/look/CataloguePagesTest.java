package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator reads before a module changes. */
class CataloguePagesTest {

    private static final Map<String, String> DOCUMENTS = new Examples().documents();

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
    }

    /** In the host's English, and spoken as such. */
    private static String quoted(String words) {
        return "à transmettre à l’éditeur\u00a0: <q class=\"code\" lang=\"en\">" + words + "</q>";
    }

    @Test
    void everyModuleSaysHowItIsDoing() {
        assertThat(document("catalogue"))
                .contains("en service", "attend votre accord", "démarrage en cours", "retiré")
                .contains("la version 1.3.0 attend", "61 sur 94", "Atelier des Tilleuls")
                .contains("href=\"/departement/catalogue/canteen\"");
        assertThat(all("<span class=\"tag [^\"]*\">en panne</span>", document("catalogue")))
                .hasSize(1);
        assertThat(document("catalogue"))
                .contains(quoted("did not start: &lt;no tablets today&gt;"));
    }

    @Test
    void aJarThatCannotBeTakenIsNamedWithItsReason() {
        assertThat(document("catalogue"))
                .contains("Le fichier «\u00a0preau-broken.jar\u00a0» ne peut pas servir")
                .contains("n’est pas un fichier jar lisible")
                .doesNotContain("is not a readable jar");
    }

    @Test
    void theOpenModeIsMarkedAndTheOtherOneIsNot() {
        assertThat(document("catalogue")).contains("Mode ouvert\u00a0:");
        assertThat(document("catalogue-signed")).doesNotContain("Mode ouvert");
        assertThat(document("catalogue-module")).doesNotContain("Mode ouvert");
    }

    @Test
    void theMatrixAndTheCatalogueAreTwoViewsOfOneMenuEntry() {
        assertThat(
                        all(
                                "<a href=\"/departement/modules\" aria-current=\"page\">",
                                document("catalogue")))
                .as("the menu")
                .hasSize(1);
        assertThat(document("catalogue"))
                .contains("<a href=\"/departement/catalogue\" aria-current=\"page\">Catalogue</a>");
        assertThat(document("modules"))
                .contains("<a href=\"/departement/catalogue\">Catalogue</a>");
    }

    @Test
    void aModuleShowsWhatItMayAndWhoSaidSo() {
        assertThat(document("catalogue-module"))
                .contains("Ni adresse, ni date de naissance, ni responsable.")
                .contains("Pourquoi, selon l’éditeur\u00a0: Pour nommer les élèves")
                .contains("par Équipe du Département")
                .contains("Serveurs\u00a0: commandes.example.fr", "Pas encore accordé")
                .contains("href=\"mailto:aide@example.fr\"", "EUPL-1.2");
    }

    @Test
    void aReleaseSaysWhatItsSignatureIsWorth() {
        assertThat(document("catalogue-module"))
                .contains("signé par un éditeur connu", "CN=Atelier des Tilleuls", "non signé");
    }

    @Test
    void aJarIsBroughtWithAFormThatCarriesFiles() {
        assertThat(document("catalogue"))
                .contains("enctype=\"multipart/form-data\"", "name=\"jar\" type=\"file\"")
                .contains("à installer", "la version 0.9.0 attend");
    }

    @Test
    void onlyAReleaseThatIsNotWantedCanBePrepared() {
        assertThat(document("catalogue-module"))
                .contains("rehearsal?release=" + CatalogueExamples.OLD + "\">Préparer")
                .doesNotContain("rehearsal?release=" + CatalogueExamples.NEW + "\">Préparer")
                .contains("Revenir à la version 1.1.0", "Lire la demande");
    }

    @Test
    void aFailedCollegeIsNamedAndCanBeTriedAgainAlone() {
        assertThat(document("catalogue-module"))
                .contains("58 sur 61", "Dans 2 collèges les tables n’ont pas pu être faites")
                .contains(quoted("V3__menu.sql: column « note » exists"))
                .contains("Des tables venues d’ailleurs commencent déjà par")
                .doesNotContain("somebody else")
                .contains("name=\"college\" value=\"college-1\"", "Réessayer dans les 2 collèges");
    }

    @Test
    void aPageOnWhichSomethingGoesOnFollowsIt() {
        assertThat(document("catalogue-module")).contains("hx-trigger=\"every 3s\"");
    }

    @Test
    void aRehearsalSaysInNumbersWhatItsButtonDoes() {
        assertThat(document("rehearsal"))
                .contains("Passer 61 collèges à la version 1.2.0 et accorder 1 droit</button>")
                .contains("Des tables changent dans 61 collèges.", "environ 12 secondes")
                .contains("1 droit demandé en plus", "Un droit est rendu", "Fichiers")
                .contains("«\u00a0Paiement\u00a0» ne répond plus sans le service")
                .contains("name=\"grants\" value=\"true\"");
    }

    @Test
    void aTrialOnACopySaysWhatCameOfItAndIsFollowedWhileItGoesOn() {
        assertThat(document("rehearsal")).contains("Essayer sur une copie</button>");
        assertThat(document("rehearsal-trying"))
                .contains("Essai en cours", "hx-trigger=\"every 2s\"")
                .doesNotContain("/trial\"");
        assertThat(document("rehearsal-tried"))
                .contains("Collège de Sèvres", "54\u202f210 lignes reprises en 840\u00a0ms")
                .contains("Le retour à la version précédente a été essayé aussi");
        assertThat(document("rehearsal-no-way-back"))
                .contains("L’essai a réussi, mais pas le retour")
                .contains(quoted("Can't DROP COLUMN `note`; check that it exists"));
        assertThat(document("rehearsal-failed"))
                .contains("L’essai a échoué", "Rien n’a changé", "54\u202f210 lignes")
                .contains(quoted("Duplicate entry 'Thym' for key 'name'"));
    }

    @Test
    void whatIsInAReleaseIsShownWithItsOriginItsPartsAndItsReach() {
        assertThat(document("contents"))
                .contains("signé par un éditeur connu", "CN=Atelier des Tilleuls")
                .contains("EUROPEAN UNION PUBLIC LICENCE", "org.apache.commons:commons-csv")
                .contains("Apache-2.0", "page=2", "Enregistrer la liste (CycloneDX)")
                .contains("Réseau", "fr.tilleuls.Menus.read");
        assertThat(document("contents-of-a-stranger"))
                .contains("non signé", "n’a pas joint le texte de la licence")
                .contains("n’a pas joint la liste de ses composants")
                .contains("<span class=\"code\" lang=\"en\">garden/Garden.class is of a Java")
                .contains("Rien de sensible n’est appelé")
                .doesNotContain("CycloneDX)");
    }

    @Test
    void howLargeAModuleMayBeIsSaidWhereItIsBrought() {
        assertThat(document("catalogue"))
                .contains("64\u00a0Mo au plus.")
                .doesNotContain("10\u00a0Mo");
    }

    @Test
    void whoGrantsNothingSendsNoYes() {
        assertThat(document("rehearsal-back"))
                .contains("Ramener 61 collèges à la version 1.1.0</button>")
                .contains("La durée n’est pas connue")
                .doesNotContain("name=\"grants\"");
    }

    @Test
    void whatCannotBeUndoneHasNoButton() {
        assertThat(document("rehearsal-impossible"))
                .contains("Ce retour n’est pas possible", "V3__drop_note.sql")
                .doesNotContain("/release\"", "type=\"submit\">Ramener");
    }

    @Test
    void aRemovalSaysWhatItTakesAndWhatStays() {
        assertThat(document("removal"))
                .contains("61 collèges l’utilisent", "Ses données restent")
                .contains("Retirer la version 1.2.0 dans 61 collèges</button>")
                .contains("«\u00a0Paiement\u00a0» fonctionne sans le service")
                .contains("name=\"release\" value=\"" + CatalogueExamples.NEW + "\"");
        assertThat(document("removed"))
                .contains("Ce module est déjà retiré")
                .doesNotContain("type=\"submit\">Retirer");
    }
}
