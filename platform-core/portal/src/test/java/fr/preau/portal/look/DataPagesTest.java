package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator reads before data are taken out or erased. */
class DataPagesTest {

    private static final String ERASURE =
            "action=\"/departement/catalogue/canteen/data/sevres/erasure";

    private static final Map<String, String> DOCUMENTS = new Examples().documents();

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }

    @Test
    void whatIsKeptIsListedWithItsSizeWhereTheModuleIsOnAndWhereItIsOff() {
        assertThat(document("kept"))
                .contains("dans 2 collèges", "sont estimées par la base de données")
                .contains("environ 1\u202f240", "88 Ko", "environ 48\u202f000", "7 Mo")
                .contains("activé", "arrêté", "effacement jeudi 3\u00a0décembre");
        assertThat(document("kept-none")).contains("Ce module ne garde rien");
    }

    @Test
    void whereTheModuleIsOnNothingCanBeErasedAndAllCanBeExported() {
        assertThat(document("kept-on"))
                .contains("data/sevres/export\"", "Arrêtez-le d’abord")
                .doesNotContain(ERASURE);
    }

    @Test
    void withoutAnExportNothingCanBeErased() {
        assertThat(document("kept-off"))
                .contains("Exportez d’abord les données")
                .doesNotContain(ERASURE);
    }

    @Test
    void theErasureSaysInNumbersWhatItTakesAndWhen() {
        assertThat(document("kept-exported"))
                .contains("2 tables et 14 fichiers seront effacés dans 30 jours")
                .contains(ERASURE + "\"", "Effacer dans 30 jours</button>");
    }

    @Test
    void untilItIsDueItCanBeTakenBack() {
        assertThat(document("kept-pending"))
                .contains("Ces données seront effacées jeudi 3\u00a0décembre")
                .contains(ERASURE + "/withdrawal\"", "Renoncer à l’effacement</button>")
                .doesNotContain(ERASURE + "\"");
    }

    @Test
    void whatWasErasedIsSaidSo() {
        assertThat(document("kept-done"))
                .contains("Ces données ont été effacées", "Rien n’est gardé ici")
                .doesNotContain("/export\"");
    }

    @Test
    void theArchiveOfACollegeNamesItsModules() {
        assertThat(document("archive"))
                .contains("2 modules gardent quelque chose", "<li>Cantine</li>")
                .contains("action=\"/departement/colleges/sevres/archive\"");
        assertThat(document("archive-none")).contains("Il n’y a rien à archiver");
    }
}
