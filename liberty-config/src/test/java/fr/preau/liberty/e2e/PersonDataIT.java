package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A principal finds somebody and hands over what modules keep of them. */
@ExtendWith(RunningPreau.class)
class PersonDataIT {

    private final Preau preau;
    private final String teacher;
    private final String address;

    PersonDataIT(Preau preau) {
        this.preau = preau;
        // A guardian may write to the teachers of a child: the first one is somebody of Sèvres.
        this.teacher =
                preau.api("parent.sevres").correspondents(RunningPreau.COLLEGE).get(0).substring(7);
        this.address = "/colleges/sevres/persons/" + teacher;
    }

    @Test
    void somebodyIsFoundByTheBeginningOfTheirName() {
        Visitor principal = preau.api("direction.sevres");
        String name = principal.get(address).json().getJsonObject("person").getString("name");
        String family = name.substring(name.indexOf(' ') + 1);

        Reply found = principal.get("/colleges/sevres/persons?q=" + encoded(family));

        assertThat(found.json().getJsonArray("persons").getValuesAs(JsonObject.class))
                .extracting(person -> person.getString("id"))
                .contains(teacher);
        assertThat(principal.page("/colleges/sevres/persons?q=" + encoded(family)).body())
                .contains(address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatModulesKeepIsHandedOverAndStandsInTheJournal() {
        Visitor principal = preau.browser("direction.sevres");
        Map<String, String> token = Map.of("_token", principal.page(address).formToken());

        Reply export = principal.form(address + "/export", token);

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type")).hasValue("application/zip");
        assertThat(export.body()).startsWith("PK").contains("LISEZ-MOI.txt", "communication.json");
        // Collèges may still be opening, each with a line of its own.
        assertThat(
                        preau.api("departement")
                                .get("/departement/audit")
                                .json()
                                .getJsonObject("lines")
                                .getJsonArray("items")
                                .getValuesAs(JsonObject.class))
                .extracting(line -> line.getString("act"))
                .contains("person-data-exported");
    }

    @Test
    void whoIsHereIsNotErased() {
        Reply refused = preau.api("admin.sevres").json("POST", address + "/erasure", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("30 jours après son départ");
    }
}
