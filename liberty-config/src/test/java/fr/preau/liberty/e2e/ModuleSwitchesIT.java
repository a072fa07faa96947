package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Switching a module for many collèges at once, with forms as a browser without a script sends. */
@Tag("whole")
@ExtendWith(RunningPreau.class)
class ModuleSwitchesIT {

    private static final String MATRIX = "/departement/modules";

    private static final String COMMUNICATION = MATRIX + "/communication";

    private final Preau preau;
    private final Visitor operator;
    private final Visitor program;

    ModuleSwitchesIT(Preau preau) {
        this.preau = preau;
        this.operator = preau.browser("departement");
        this.program = preau.api("departement");
    }

    @BeforeEach
    void everyCollegeIsOpen() {
        preau.awaitEveryCollege();
    }

    @AfterEach
    void everythingIsOnAgain() {
        program.json("POST", COMMUNICATION, "{\"enabled\": true}");
    }

    /** Where communication is on. */
    private Set<String> on() {
        return program
                .get(MATRIX)
                .json()
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(
                        row ->
                                row.getJsonArray("switches").getValuesAs(JsonObject.class).stream()
                                        .filter(
                                                of ->
                                                        of.getString("module")
                                                                .equals("communication"))
                                        .anyMatch(of -> of.getBoolean("enabled")))
                .map(row -> row.getString("slug"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonObject> journalOf(String college) {
        List<JsonObject> acts = new ArrayList<>();
        JsonObject lines;
        int number = 0;
        do {
            number++;
            lines = program.get("/departement/audit?page=" + number).json().getJsonObject("lines");
            acts.addAll(lines.getJsonArray("items").getValuesAs(JsonObject.class));
        } while (lines.getBoolean("more"));
        return acts.stream()
                .filter(act -> act.getString("college", "").equals(college))
                .filter(act -> act.getString("act").startsWith("module-"))
                .toList();
    }

    /** The page that asks before it is done. */
    private Reply question(String query) {
        return operator.page(COMMUNICATION + "/confirmation?" + query);
    }

    /** Sends the form of a page as it stands there. */
    private Reply send(Reply page) {
        String form =
                page.body().substring(page.body().indexOf("action=\"" + COMMUNICATION + "\""));
        List<Map.Entry<String, String>> fields =
                Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")
                        .matcher(form.substring(0, form.indexOf("</form>")))
                        .results()
                        .map((MatchResult field) -> Map.entry(field.group(1), field.group(2)))
                        .toList();
        return operator.form(COMMUNICATION, Map.of(), fields);
    }

    private Reply pageAfter(Reply done) {
        assertThat(done.status()).isEqualTo(303);
        return operator.page(done.header("Location").orElseThrow());
    }

    @Test
    void switchingOffForAllIsOfferedSaidInNumbersAndUndoneForExactlyTheCollegesThatChanged() {
        program.json("PUT", COMMUNICATION + "/chaville", "{\"enabled\": false}");
        Set<String> before = on();
        assertThat(operator.page(MATRIX).body())
                .contains("Activer pour le dernier", "Arrêter pour les 92");

        Reply question = question("enabled=false");
        assertThat(question.body())
                .contains("92 collèges vont changer dans tout le Département")
                .contains("1 autre collège ne l’a pas.", "Collège de Sèvres, Sèvres");
        Reply after = pageAfter(send(question));

        assertThat(on()).isEmpty();
        assertThat(preau.api("parent.sevres").get("/c/sevres/communication/messages").status())
                .isEqualTo(404);
        assertThat(after.body())
                .contains("arrêté pour 92 collèges", "activer de nouveau pour ces 92 collèges");
        Reply undone = pageAfter(send(after));

        assertThat(undone.body()).contains("activé pour 92 collèges");
        assertThat(on()).isEqualTo(before).doesNotContain("chaville");
    }

    @Test
    void switchingForACommuneChangesItsCollegesAndNoOther() {
        Set<String> before = on();

        pageAfter(send(question("enabled=false&commune=Sceaux")));

        Set<String> off = new TreeSet<>(before);
        off.removeAll(on());
        assertThat(off).containsExactly("sceaux-lakanal", "sceaux-marie-curie");
    }

    @Test
    void aFormThatIsSentTwiceChangesOnceAndLeavesOneLineInTheJournal() {
        int before = journalOf("sceaux-lakanal").size();
        Reply question = question("enabled=false&commune=Sceaux");

        CompletableFuture<Reply> other = CompletableFuture.supplyAsync(() -> send(question));
        Reply first = send(question);
        Reply second = other.join();
        Reply late = send(question);

        assertThat(journalOf("sceaux-lakanal")).hasSize(before + 1);
        assertThat(first.header("Location")).isPresent().isEqualTo(second.header("Location"));
        assertThat(late.header("Location")).isEqualTo(first.header("Location"));
        assertThat(pageAfter(second).body())
                .contains("arrêté pour 2 collèges", "activer de nouveau pour ces 2 collèges");
    }

    @Test
    void aPreparedCollegeIsTouchedByNoSwitch() {
        List<String> prepared =
                program
                        .get(MATRIX)
                        .json()
                        .getJsonArray("rows")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(row -> row.getString("state").equals("PREPARED"))
                        .map(row -> row.getString("slug"))
                        .toList();
        assertThat(prepared).hasSize(6);

        pageAfter(send(question("enabled=false")));
        pageAfter(send(question("enabled=true")));
        Reply single =
                program.json("PUT", COMMUNICATION + "/" + prepared.get(0), "{\"enabled\": true}");

        assertThat(single.status()).isEqualTo(409);
        assertThat(on()).hasSize(93).doesNotContainAnyElementsOf(prepared);
        assertThat(prepared).allSatisfy(slug -> assertThat(journalOf(slug)).isEmpty());
    }

    @Test
    void aSingleSwitchThatChangesNothingLeavesNoLineInTheJournal() {
        int before = journalOf("sevres").size();

        Reply reply = program.json("PUT", COMMUNICATION + "/sevres", "{\"enabled\": true}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(journalOf("sevres")).hasSize(before);
    }

    @Test
    void aSwitchThatDoesNotSayOnOrOffIsRefused() {
        assertThat(program.json("PUT", COMMUNICATION + "/sevres", "{}").status()).isEqualTo(422);
        assertThat(on()).contains("sevres");
    }
}
