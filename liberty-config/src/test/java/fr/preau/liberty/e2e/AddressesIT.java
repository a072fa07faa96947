package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("whole")
@ExtendWith(RunningPreau.class)
class AddressesIT {

    private static final String INBOX = "/c/sevres/communication/messages";

    private static final String NEIGHBOUR_INBOX = "/c/meudon-bel-air/communication/messages";

    private final Preau preau;

    AddressesIT(Preau preau) {
        this.preau = preau;
    }

    @Test
    void aGuardianOfTwoCollegesSeesBothChildrenOnOnePage() {
        JsonObject accueil = preau.api("parent.sevres").get("/").json();

        assertThat(accueil.getJsonArray("children").getValuesAs(JsonObject.class))
                .extracting(child -> child.getString("college"))
                .containsExactlyInAnyOrder(RunningPreau.COLLEGE, RunningPreau.NEIGHBOUR);
    }

    @Test
    void theAccueilAndTheInboxTakeFewStatements() {
        // The session, and at each collège the children and each card; some cards ask nothing.
        for (String login : preau.logins()) {
            int colleges = login.equals("parent.sevres") ? 2 : 1;
            assertThat(preau.api(login).get("/").statements())
                    .as("accueil of " + login)
                    .isBetween(1, 1 + 8 * colleges);
        }
        for (String login : List.of("parent.sevres", "prof.sevres", "eleve.sevres")) {
            assertThat(preau.api(login).get(INBOX).statements())
                    .as("inbox of " + login)
                    .isBetween(1, 4);
        }
    }

    @Test
    void theOperatorSwitchesAModuleOffForOneCollegeWhileTheOtherGoesOn() {
        Visitor operator = preau.api("departement");
        Visitor parent = preau.api("parent.sevres");
        assertThat(parent.get(INBOX).status()).isEqualTo(200);
        try {
            assertThat(turn(operator, false).status()).isEqualTo(200);

            assertThat(parent.get(INBOX).status()).isEqualTo(404);
            assertThat(parent.get(NEIGHBOUR_INBOX).status()).isEqualTo(200);
            assertThat(collegesWithMessages(parent)).containsExactly(RunningPreau.NEIGHBOUR);
            JsonObject act = newestSwitch(operator);
            assertThat(act.getString("act")).isEqualTo("module-disabled");
            assertThat(act.getString("subject")).isEqualTo("communication");
            assertThat(act.getString("title")).isEqualTo(titleOfCommunication(operator));
            assertThat(act.getString("college")).isEqualTo("sevres");
            assertThat(act.getString("actor")).isNotBlank();
            assertThat(act.getString("at")).isNotBlank();
        } finally {
            turn(operator, true);
        }

        assertThat(parent.get(INBOX).status()).isEqualTo(200);
        assertThat(newestSwitch(operator).getString("act")).isEqualTo("module-enabled");
    }

    private static Reply turn(Visitor operator, boolean on) {
        return operator.json(
                "PUT", "/departement/modules/communication/sevres", "{\"enabled\": " + on + "}");
    }

    /** Where the module is in the menu and has a card. */
    private static List<String> collegesWithMessages(Visitor parent) {
        return parent
                .get("/")
                .json()
                .getJsonArray("colleges")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(college -> !college.getJsonArray("menu").isEmpty())
                .filter(college -> college.getJsonArray("cards").toString().contains("unread"))
                .map(college -> college.getString("slug"))
                .toList();
    }

    private static String titleOfCommunication(Visitor operator) {
        return operator
                .get("/departement/modules")
                .json()
                .getJsonArray("modules")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(module -> module.getString("id").equals("communication"))
                .map(module -> module.getString("title"))
                .findFirst()
                .orElseThrow();
    }

    /** Collèges are opened meanwhile, which the journal tells too. */
    private static JsonObject newestSwitch(Visitor operator) {
        return operator
                .get("/departement/audit")
                .json()
                .getJsonObject("lines")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("act").startsWith("module-"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMatrixHasARowForEachOfTheNinetyNineColleges() {
        JsonObject matrix = preau.api("departement").get("/departement/modules").json();

        assertThat(matrix.getJsonArray("rows")).hasSize(99);
        assertThat(matrix.getJsonArray("modules").getValuesAs(JsonObject.class))
                .extracting(module -> module.getString("id"))
                .contains("communication");
    }

    @Test
    void theConsoleKnowsHeadCountsAndImports() {
        JsonObject page = preau.api("departement").get("/departement/colleges").json();

        assertThat(page.getJsonObject("totals").getInt("imported")).isEqualTo(3);
        assertThat(page.getJsonObject("totals").getInt("active")).isEqualTo(93);
        assertThat(page.getJsonArray("colleges").getValuesAs(JsonObject.class))
                .filteredOn(college -> college.toString().contains("\"sevres\""))
                .singleElement()
                .satisfies(
                        college ->
                                assertThat(college.getJsonObject("imported").toString())
                                        .contains("DONE"));
    }

    @Test
    void communesStandAsInAFrenchRegister() {
        List<String> communes =
                preau
                        .api("departement")
                        .get("/departement/modules")
                        .json()
                        .getJsonArray("communes")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .map(commune -> commune.getString("commune"))
                        .toList();

        assertThat(communes)
                .containsSubsequence(
                        "Bourg-la-Reine", "Châtenay-Malabry", "Châtillon", "Chaville", "Clamart")
                .containsSubsequence("Sceaux", "Sèvres", "Suresnes");
    }

    @Test
    void theJournalTellsWhatPreauDidByItself() {
        Visitor operator = preau.api("departement");
        List<JsonObject> acts = new ArrayList<>();
        JsonObject lines;
        int number = 0;
        do {
            number++;
            lines = operator.get("/departement/audit?page=" + number).json().getJsonObject("lines");
            acts.addAll(lines.getJsonArray("items").getValuesAs(JsonObject.class));
        } while (lines.getBoolean("more"));

        assertThat(acts)
                .filteredOn(act -> act.getString("college", "").equals("sevres"))
                .filteredOn(act -> act.getString("actor").equals("Préau"))
                .extracting(act -> act.getString("act"))
                .containsExactly("import-finished", "college-opened");
        assertThat(acts)
                .filteredOn(act -> act.getString("act").equals("import-finished"))
                .hasSize(3)
                .allSatisfy(act -> assertThat(act.getString("detail")).contains(" élèves, "));
    }

    @Test
    void theServerSaysHowItIs() {
        Visitor nobody = preau.nobody();

        assertThat(nobody.get("/health/ready").json().getString("status")).isEqualTo("UP");
        assertThat(nobody.get("/health/live").json().getString("status")).isEqualTo("UP");
        assertThat(nobody.get("/health/started").json().getString("status")).isEqualTo("UP");
        assertThat(nobody.send(nobody.to("/metrics").GET()).body()).contains("# TYPE ");
    }

    @Test
    void openApiListsTheAddressesThatOthersRelyOn() {
        JsonObject paths = preau.nobody().get("/openapi").json().getJsonObject("paths");

        assertThat(paths.getJsonObject("/").keySet()).contains("get");
        assertThat(paths.getJsonObject("/sign-in").keySet()).contains("post");
        assertThat(paths.getJsonObject("/sign-out").keySet()).contains("post");
        assertThat(paths.getJsonObject("/c/{college}/communication/messages").keySet())
                .contains("get", "post");
        assertThat(paths.getJsonObject("/departement/modules").keySet()).contains("get");
        assertThat(paths.getJsonObject("/departement/modules/{module}/{slug}").keySet())
                .contains("put");
        assertThat(paths.getJsonObject("/departement/colleges").keySet()).contains("get");
    }

    @Test
    void theDemoAccountsStandOnTheSignInPage() {
        String page = preau.nobody().page("/sign-in").body();

        assertThat(preau.logins())
                .hasSize(10)
                .allSatisfy(login -> assertThat(page).contains(login));
    }
}
