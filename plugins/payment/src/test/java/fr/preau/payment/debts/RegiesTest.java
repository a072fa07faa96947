package fr.preau.payment.debts;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Form;
import fr.preau.testkit.KitAnswer;
import fr.preau.testkit.PreauKit;
import fr.preau.testkit.PreauTest;
import fr.preau.testkit.Visitor;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators open régies, change and close them. */
@PreauTest
class RegiesTest {

    private final PreauKit kit;

    RegiesTest(PreauKit kit) {
        this.kit = kit;
    }

    @Test
    void aRegieIsAddedChangedAndClosed() {
        assertThat(kit.asOperator().get("/regies").html()).contains("Aucune caisse");
        String id = kit.asOperator().get("/regies/new").json().getString("regie");

        assertThat(save(id, "Restauration « Sèvres »", "123456", "TEST", true).status())
                .isEqualTo(200);
        assertThat(save(id, "Restauration scolaire", "999999", "PRODUCTION", false).status())
                .isEqualTo(200);

        JsonObject regie = regies().get(0);
        assertThat(regies()).hasSize(1);
        assertThat(regie.getString("name")).isEqualTo("Restauration scolaire");
        assertThat(regie.getString("client")).as("its contract stays").isEqualTo("123456");
        assertThat(regie.getString("saisie")).isEqualTo("PRODUCTION");
        assertThat(regie.getBoolean("online")).isFalse();
        assertThat(kit.asOperator().get("/regies").html())
                .contains("Restauration scolaire", "Fermée", "Client PayFiP 123456 · Production");
    }

    @Test
    void aFormThatIsPressedTwiceIsOneRegie() {
        String id = UUID.randomUUID().toString();
        save(id, "Cantine", "123456", "TEST", true);

        assertThat(save(id, "Cantine", "123456", "TEST", true).status()).isEqualTo(200);
        assertThat(regies()).hasSize(1);
    }

    @Test
    void twoRegiesDoNotShareAContract() {
        save(UUID.randomUUID().toString(), "Cantine", "123456", "TEST", true);

        KitAnswer second = save(UUID.randomUUID().toString(), "Voyages", "123456", "TEST", true);

        assertThat(second.violations().get("client"))
                .contains("Le contrat 123456 est déjà celui d’une autre caisse.");
        assertThat(regies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 123456, TEST, name",
        "Cantine, 12345, TEST, client",
        "Cantine, 1234567, TEST, client",
        "Cantine, ١٢٣٤٥٦, TEST, client",
        "Cantine, 123456, PRODUCTIN, saisie"
    })
    void whatCanNotBeNamesItsFieldAndStays(
            String name, String client, String saisie, String field) {
        KitAnswer refused = save(UUID.randomUUID().toString(), name, client, saisie, true);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.violations()).containsOnlyKeys(field);
        assertThat(regies()).isEmpty();
    }

    @Test
    void nobodyElseSeesOrChangesThem() {
        String id = UUID.randomUUID().toString();
        save(id, "Cantine", "123456", "TEST", true);
        Visitor parent = kit.as(kit.guardian()).at(kit.departement());

        assertThat(parent.get("/regies").status()).isEqualTo(403);
        assertThat(parent.get("/regies/" + id).status()).isEqualTo(403);
        assertThat(parent.post("/regies/" + id, Form.of("name", "À moi")).status()).isEqualTo(403);
        assertThat(kit.asOperator().get("/regies/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private KitAnswer save(String id, String name, String client, String saisie, boolean online) {
        Form form = Form.of("name", name, "client", client, "saisie", saisie);
        return kit.asOperator().post("/regies/" + id, online ? form.with("online", "true") : form);
    }

    private List<JsonObject> regies() {
        return kit.asOperator()
                .get("/regies")
                .json()
                .getJsonArray("regies")
                .getValuesAs(JsonObject.class);
    }
}
