package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.api.settings.Settings;
import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The administrator of a collège sees its modules, switches those that are left to it, sets them.
 */
@ExtendWith(RunningPreau.class)
class CollegeAdministrationIT {

    private static final String MODULES = "/colleges/sevres/modules";

    private static final String GARDEN = MODULES + "/garden";

    private static final String DATA = "/departement/catalogue/communication/data/sevres";

    private static final String MEMBERS =
            """
            private final fr.preau.api.settings.Settings service;
            public record Days(int days) {}
            public List<Route<?, ?>> routes() {
              return List.of(
                Route.get("/days").shows(Days.class).allows(Callers.profiles(Profile.TEACHER))
                  .drawnBy((page, context) -> null)
                  .handledBy((request, input) ->
                    Answer.show(new Days(service.integer("keep-days")))));
            }
            """;

    private static final String SETTINGS =
            """
            "settings": [{"key": "keep-days", "type": "integer", "default": 30, "minimum": 1,
              "maximum": 90, "titles": {"fr": "Jours de garde"}}],
            """;

    private final Preau preau;
    private final Path modules;
    private final Visitor operator;
    private final Visitor administrator;
    private final Visitor browser;

    CollegeAdministrationIT(Preau preau) {
        this.preau = preau;
        this.modules = preau.installation().folder().plugins();
        this.operator = preau.api("departement");
        this.administrator = preau.api("admin.sevres");
        this.browser = preau.browser("admin.sevres");
    }

    @BeforeEach
    void aGarden() {
        GardenBundle.version("1.0.0")
                .wanting(Settings.class)
                .with(MEMBERS)
                .saying("\"cards\"", SETTINGS + " \"cards\"")
                .into(modules, "garden.jar");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "1.0.0".equals(preau.modules().getString("garden", "")));
    }

    @Test
    void allThatAPrincipalSetsIsReachedFromOnePageAndOpens() {
        Visitor principal = preau.api("direction.sevres");

        List<String> places =
                principal
                        .get("/colleges/sevres/settings")
                        .json()
                        .getJsonArray("links")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(link -> link.getString("href"))
                        .toList();

        assertThat(places)
                .contains(MODULES, "/colleges/sevres/writing", "/colleges/sevres/banners")
                .contains("/colleges/sevres/quiet-hours", "/colleges/sevres/persons")
                .contains("/c/sevres/communication/safety")
                .allSatisfy(place -> assertThat(principal.get(place).status()).isEqualTo(200));
        assertThat(principal.get("/colleges/" + RunningPreau.ELSEWHERE + "/settings").status())
                .isEqualTo(403);
    }

    @Test
    void aPrincipalClosesWritingInTheOwnCollegeAndOpensItAgain() {
        Visitor principal = preau.api("direction.sevres");
        String writing = "/colleges/sevres/writing";
        String wish = "{\"profile\": [\"PUPIL\"], \"notice\": \"Ici seulement.\"}";

        assertThat(
                        principal
                                .json(
                                        "POST",
                                        "/colleges/" + RunningPreau.ELSEWHERE + "/writing",
                                        wish)
                                .status())
                .isEqualTo(403);
        assertThat(principal.json("POST", writing, "{}").status()).isEqualTo(422);
        assertThat(principal.json("POST", writing, wish).status()).isLessThan(300);

        JsonObject closure =
                principal.get(writing).json().getJsonArray("closures").getJsonObject(0);
        assertThat(closure.getString("notice")).isEqualTo("Ici seulement.");
        assertThat(preau.api("eleve.sevres").get("/c/sevres/communication/messages/new").body())
                .contains("Ici seulement.");
        String opening = writing + "/" + closure.getString("id") + "/opening";
        assertThat(principal.json("POST", opening, "{}").status()).isLessThan(300);
        assertThat(principal.get(writing).json().getJsonArray("closures")).isEmpty();
        assertThat(operator.get("/departement/audit").body())
                .contains("writing-closed", "writing-opened");
    }

    @AfterEach
    void takeTheGardenAway() {
        operator.json("PUT", "/departement/modules/garden/sevres", "{\"enabled\": false}");
        decide(false);
        preau.remove("garden");
    }

    private void decide(boolean colleges) {
        Reply reply =
                operator.json(
                        "POST",
                        "/departement/catalogue/garden/offer",
                        "{\"colleges\": " + colleges + "}");
        assertThat(reply.status()).isEqualTo(200);
    }

    private List<String> offered() {
        return administrator
                .get(MODULES)
                .json()
                .getJsonArray("modules")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(module -> module.getString("id") + " " + module.getString("state"))
                .toList();
    }

    private Reply send(String address, String name, String value) {
        String token = browser.page(GARDEN).formToken();
        return browser.form(address, Map.of("_token", token, name, value));
    }

    private int days() {
        return preau.api("prof.sevres").get("/c/sevres/garden/days").json().getInt("days");
    }

    private List<String> journal() {
        return operator
                .get("/departement/audit")
                .json()
                .getJsonObject("lines")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("act") + " " + line.getString("detail", ""))
                .toList();
    }

    @Test
    void aModuleOfWhichTheDepartementDecidesIsOfferedWhereItIsOnAndIsNotTheirsToSwitch() {
        assertThat(offered()).containsExactly("communication ON", "canteen ON");
        assertThat(administrator.get(GARDEN).status()).isEqualTo(404);

        Reply refused =
                administrator.json("POST", MODULES + "/communication", "{\"enabled\": false}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(browser.page(MODULES + "/communication").body())
                .contains("Le Département décide de son activation", "Annuaire, sans les familles")
                .doesNotContain("name=\"enabled\"");
    }

    @Test
    void aModuleThatIsLeftToTheCollegesIsSwitchedByTheirAdministratorsAtOnce() {
        decide(true);
        assertThat(offered()).containsExactly("communication ON", "garden OFF", "canteen ON");

        Reply done = send(GARDEN, "enabled", "true");

        assertThat(done.status()).isEqualTo(303);
        assertThat(browser.after(done).page(done.header("Location").orElseThrow()).body())
                .contains("«\u00a0Jardin\u00a0» est activé.", "Arrêter ce module</button>");
        assertThat(offered()).containsExactly("communication ON", "garden ON", "canteen ON");
        assertThat(days()).isEqualTo(30);
        assertThat(journal().get(0)).isEqualTo("module-enabled ");
    }

    @Test
    void whatIsSetIsKeptToldToTheModuleAndWrittenDown() {
        decide(true);
        send(GARDEN, "enabled", "true");

        Reply kept = send(GARDEN + "/settings", "setting.keep-days", "45");

        assertThat(kept.status()).isEqualTo(303);
        assertThat(days()).isEqualTo(45);
        assertThat(journal().get(0))
                .isEqualTo("module-settings-changed Jours de garde\u00a0: 30 → 45");
        send(GARDEN + "/settings", "setting.keep-days", "30");
    }

    @Test
    void aMistakeIsSaidBesideItsFieldAndNothingIsKept() {
        decide(true);

        Reply wrong = send(GARDEN + "/settings", "setting.keep-days", "91");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("il faut 90 au plus.", "value=\"91\"");
        assertThat(browser.page(GARDEN).body()).contains("value=\"30\"");
    }

    @Test
    void thePageIsThatOfTheCollegesOwnAdministratorsOnly() {
        assertThat(preau.api("direction.sevres").get(MODULES).status()).isEqualTo(200);
        assertThat(preau.api("cpe.sevres").get(MODULES).status()).isEqualTo(403);
        assertThat(administrator.get("/colleges/chaville/modules").status()).isEqualTo(403);
        assertThat(browser.page("/").body()).contains("href=\"/colleges/sevres/settings\"");
        assertThat(preau.browser("cpe.sevres").page("/").body())
                .doesNotContain("/colleges/sevres/modules");
    }

    @Test
    void thePagesAskTheDatabaseOnlyWhoIsAsking() {
        int toKnowWho = administrator.get(GARDEN).statements();
        decide(true);

        assertThat(administrator.get(MODULES).statements()).isEqualTo(toKnowWho);
        assertThat(administrator.get(GARDEN).statements()).isEqualTo(toKnowWho);
    }

    @Test
    void whatAModuleKeepsIsTakenOutAndNotErasedWhileItIsOn() {
        Reply export = operator.json("POST", DATA + "/export", "{}");

        assertThat(export.status()).isEqualTo(200);
        assertThat(export.header("Content-Type")).hasValue("application/zip");
        assertThat(export.body())
                .startsWith("PK")
                .contains("LISEZ-MOI.txt", "tables/communication_letter.json", "module.json");
        assertThat(operator.json("POST", DATA + "/erasure", "{}").status()).isEqualTo(409);
        assertThat(operator.get(DATA).json().getJsonObject("kept").getString("erasure"))
                .isEqualTo("EXPORTED");
        assertThat(journal().get(0)).startsWith("module-data-exported");
    }
}
