package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How refusals are told: to people, to programs, and to the script of a page. */
@ExtendWith(RunningPreau.class)
class ProblemsIT {

    private static final String MESSAGES = "/c/sevres/communication/messages";
    private static final String SWITCH = "/departement/modules/communication/sevres";
    private static final Pattern REFERENCE =
            Pattern.compile("Référence\u00a0: <span class=\"code\">([0-9a-f]{32})</span>");

    private final Preau preau;

    ProblemsIT(Preau preau) {
        this.preau = preau;
    }

    private static String reference(Reply reply) {
        Matcher matcher = REFERENCE.matcher(reply.body());
        assertThat(matcher.find()).as(reply.body()).isTrue();
        return matcher.group(1);
    }

    private void assertLogged(String reference) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> log().contains("\"ext_preau_trace\":\"" + reference + "\""));
    }

    private String log() throws IOException {
        return Files.readString(preau.node().log());
    }

    @Test
    void aPageThatIsNotTheirsSaysSoToAParentAndToAPupil() {
        Reply parent = preau.browser("parent.sevres").page("/departement/modules");
        Reply pupil = preau.browser("eleve.sevres").page("/departement/modules");

        assertThat(parent.status()).isEqualTo(403);
        assertThat(parent.body()).contains("ne vous est pas ouverte", "Code 403", "site-menu");
        assertThat(pupil.body()).contains("ne t’est pas ouverte", "parles-en à un adulte");
        assertLogged(reference(parent));
    }

    @Test
    void aPageThatDoesNotExistGivesAReferenceThatTheLogHas() {
        Reply reply = preau.browser("parent.sevres").page("/nowhere");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("Cette page n’existe pas", "Code 404");
        assertLogged(reference(reply));
    }

    @Test
    void theReferenceIsTheTraceThatTheCallerBrought() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Visitor parent = preau.api("parent.sevres");

        Reply reply =
                parent.send(
                        parent.to("/nowhere")
                                .header("Accept", "application/json")
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                .GET());

        assertThat(reply.json().getString("reference")).isEqualTo(trace);
        assertLogged(trace);
    }

    @Test
    void anAddressThatIsOnlyReadSaysWhatItAnswersTo() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page("/profile").formToken();

        Reply reply = parent.form("/profile", Map.of("_token", token, "name", "Zoé Bleue"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET");
        assertThat(reply.body())
                .contains("Cette action n’existe pas ici", "readonly>Zoé Bleue</textarea>");
    }

    @Test
    void aTextThatIsTooLongIsToldOnAPage() {
        Reply reply =
                preau.browser("parent.sevres")
                        .form(MESSAGES, Map.of("text", "a".repeat(1_100_000)));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body()).contains("C’est trop long", "Rien n’a été enregistré", "Code 413");
    }

    @Test
    void aFormThatComesBackSaysErrorFirst() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page(MESSAGES + "/new").formToken();

        Reply reply = parent.form(MESSAGES, Map.of("_token", token, "text", "Bonjour"));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("<title>Erreur\u00a0: ", "Bonjour");
    }

    @Test
    void theScriptOfAPageIsLedToTheSignInPageWhenTheSessionIsOver() {
        Reply reply =
                pressed(preau.nobody(), preau.node().address() + "/departement/modules?search=s");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("HX-Redirect"))
                .contains("/sign-in?returnTo=%2Fdepartement%2Fmodules%3Fsearch%3Ds");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void whatAPageAsksByItselfDoesNotLeadItsWriterAway() {
        Visitor nobody = preau.nobody();
        Reply reply = nobody.send(fromScript(nobody, "x").header("Preau-By-Itself", "true"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("HX-Redirect")).isEmpty();
        assertThat(reply.header("HX-Reswap")).as("the page is not moved").contains("innerHTML");
        assertThat(reply.body()).contains("Votre session est terminée", "rien ne sera perdu");
    }

    @Test
    void theScriptOfAPageIsLedNowhereElse() {
        for (String elsewhere : List.of("https://ailleurs.example/a", "//ailleurs.example", "x")) {
            assertThat(pressed(preau.nobody(), elsewhere).header("HX-Redirect"))
                    .as(elsewhere)
                    .contains("/sign-in");
        }
    }

    @Test
    void theScriptOfAPageGetsARefusalAsAMessageForIt() {
        Reply reply = pressed(preau.browser("departement"), "x");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("HX-Retarget")).contains("#notice");
        assertThat(reply.header("HX-Reselect")).contains("#problem");
        assertThat(reply.body())
                .startsWith("<div id=\"problem\"")
                .contains("Rien n’a été changé. Rechargez la page")
                .doesNotContain("<html");
    }

    private static Reply pressed(Visitor visitor, String page) {
        return visitor.send(fromScript(visitor, page));
    }

    private static HttpRequest.Builder fromScript(Visitor visitor, String page) {
        return visitor.to(SWITCH)
                .header("HX-Request", "true")
                .header("HX-Current-URL", page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "enabled=false&_token=of-another-session"));
    }
}
