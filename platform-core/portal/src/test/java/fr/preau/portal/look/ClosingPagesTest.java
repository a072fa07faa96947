package fr.preau.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody reads who closes writing. */
class ClosingPagesTest {

    private static final Map<String, String> DOCUMENTS = new Examples().documents();

    private static String document(String name) {
        return String.valueOf(DOCUMENTS.get(name));
    }

    @Test
    void theFormKeepsWhatWasTypedAndOffersEveryCollege() {
        assertThat(document("closing"))
                .contains("L’écriture est ouverte")
                .contains("name=\"profile\" value=\"PUPIL\" checked")
                .contains("name=\"profile\" value=\"STAFF\">")
                .contains("name=\"at\" value=\"sevres\" checked")
                .contains("Des comptes &lt;volés")
                .contains("type=\"datetime-local\" value=\"2026-11-04T08:00\"");
    }

    @Test
    void theQuestionSaysInNumbersWhomItConcerns() {
        assertThat(document("closing-question"))
                .contains("1\u202f512 élèves, 1 responsable · 1 collège")
                .contains("Collège de Sèvres, Sèvres")
                .contains("name=\"act\"", "Fermer l’écriture maintenant</button>");
    }

    @Test
    void whatIsClosedSaysWhoWhenAndUntilWhenAndIsOpenedFromThere() {
        assertThat(document("closing-now"))
                .contains("Tous les collèges", "par le Département (Awa Martin)")
                .contains(
                        "action=\"/departement/writing/00000000-0000-0007-0000-000000000001/opening\"");
    }

    @Test
    void aCollegeOpensWhatItClosedAndNotWhatTheDepartementDid() {
        assertThat(document("closing-own"))
                .contains("Seul le Département peut la rouvrir.")
                .contains("/colleges/sevres/writing/00000000-0000-0007-0000-000000000002/opening")
                .doesNotContain("0000-000000000001/opening")
                .doesNotContain("name=\"at\"");
    }

    @Test
    void aMistakeStandsBesideItsField() {
        assertThat(document("closing-wrong"))
                .contains("L’écriture n’a pas été fermée")
                .contains("id=\"field-until-error\"");
    }
}
