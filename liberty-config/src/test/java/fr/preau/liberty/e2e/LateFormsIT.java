package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.InventedDeliveries;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was typed is kept when it comes after its session, and nothing is done before a press. */
@ExtendWith(RunningPreau.class)
class LateFormsIT {

    private static final String MESSAGES = "/c/sevres/communication/messages";

    private final Preau preau;

    LateFormsIT(Preau preau) {
        this.preau = preau;
    }

    private Map<String, String> letter(String subject) {
        String teacher = preau.api("parent.sevres").correspondents(RunningPreau.COLLEGE).get(0);
        return Map.of("to", teacher, "subject", subject, "text", "Bonjour <Madame>,\nmerci !");
    }

    private static Map<String, String> credentials(String kept) {
        return Map.of(
                "login", "parent.sevres", "password", InventedDeliveries.PASSWORD, "kept", kept);
    }

    private long sent(String subject) {
        String box = preau.api("parent.sevres").get("/c/sevres/communication/sent").body();
        return box.split(subject, -1).length - 1L;
    }

    @Test
    void aFormWithoutASessionIsAnsweredByTheSignInPageThatKeepsIt() {
        Reply reply = preau.nobody().form(MESSAGES, letter("Sans session"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .contains("Votre session est terminée", "Ce que vous avez écrit est gardé")
                .contains("<title>Se connecter");
        assertThat(reply.hidden("kept"))
                .hasValueSatisfying(
                        kept -> assertThat(kept).startsWith(MESSAGES + "?").contains("Madame"));
        assertThat(sent("Sans session")).isZero();
    }

    @Test
    void afterSigningInOnePressSendsWhatWasKept() {
        Map<String, String> letter = letter("Gardé puis envoyé");
        String kept = preau.nobody().form(MESSAGES, letter).hidden("kept").orElseThrow();

        String name = preau.api("parent.sevres").get("/profile").json().getString("name");

        Reply signedIn = preau.nobody().form("/sign-in", credentials(kept));

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body())
                .contains("Gardé puis envoyé", "Bonjour &lt;Madame&gt;,", "action=\"" + MESSAGES)
                .contains("<strong>" + name + "</strong>");
        assertThat(sent("Gardé puis envoyé")).as("before the press").isZero();

        Visitor parent = preau.nobody().carrying(signedIn.cookies().get(0).split(";", 2)[0]);
        Map<String, String> again = new HashMap<>(letter);
        again.put("_token", signedIn.formToken());
        assertThat(parent.form(MESSAGES, again).status()).isEqualTo(303);
        assertThat(sent("Gardé puis envoyé")).isEqualTo(1);
    }

    @Test
    void aWrongPasswordDoesNotLoseWhatIsKept() {
        String kept =
                preau.nobody().form(MESSAGES, letter("Patience")).hidden("kept").orElseThrow();

        Reply reply =
                preau.nobody()
                        .form("/sign-in", Map.of("login", "x.y", "password", "non", "kept", kept));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.hidden("kept")).contains(kept);
        assertThat(reply.body()).contains("<title>Erreur\u00a0: Se connecter");
    }

    @Test
    void aFormOfAnEarlierSessionIsShownAgainWithAFreshToken() {
        Visitor parent = preau.browser("parent.sevres");
        Map<String, String> letter = new HashMap<>(letter("D’un autre onglet"));
        letter.put("_token", preau.browser("parent.sevres").page("/profile").formToken());

        Reply reply = parent.form(MESSAGES, letter);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("D’un autre onglet", "Rien n’est encore envoyé");
        assertThat(sent("D’un autre onglet")).isZero();
        letter.put("_token", reply.formToken());
        assertThat(parent.form(MESSAGES, letter).status()).isEqualTo(303);
        assertThat(sent("D’un autre onglet")).isEqualTo(1);
    }

    @Test
    void aPupilIsSpokenToAsAPupil() {
        Reply reply =
                preau.browser("eleve.sevres").form(MESSAGES, Map.of("text", "Bonjour Madame"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("Ce que tu as écrit est gardé").doesNotContain("Vous ");
    }

    @Test
    void whatAnotherSiteSendsIsNeitherKeptNorShown() {
        for (Visitor visitor : List.of(preau.nobody(), preau.browser("parent.sevres"))) {
            Reply reply =
                    visitor.foreignForm("https://ailleurs.example", MESSAGES, letter("Piégé"));

            assertThat(reply.status()).isIn(303, 403);
            assertThat(reply.body()).doesNotContain("Piégé", "name=\"kept\"");
        }
    }

    @Test
    void aKeptFormLeadsNobodyOutOfPreau() {
        for (String elsewhere :
                List.of(
                        "//ailleurs.example?a=b",
                        "https://ailleurs.example/?a=b",
                        "/sign-out?a=b")) {
            Reply reply = preau.nobody().form("/sign-in", credentials(elsewhere));

            assertThat(reply.status()).as(elsewhere).isEqualTo(303);
            assertThat(reply.header("Location")).as(elsewhere).contains("/");
        }
    }

    @Test
    void aLinkCannotPutWordsIntoAnybodysForm() {
        Reply page = preau.nobody().page("/sign-in?kept=%2Fc%2Fsevres%3Ftext%3DPi%C3%A9g%C3%A9");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Piégé", "name=\"kept\"");
    }

    @Test
    void signingOutTwiceKeepsNothing() {
        Reply reply = preau.nobody().form("/sign-out", Map.of("_token", "x"));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/sign-in");
    }

    @Test
    void programsAreToldAndNotShownAPage() {
        Reply reply = preau.nobody().json("POST", MESSAGES, "{\"text\":\"Bonjour\"}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().getString("type")).endsWith("sign-in-needed");
    }
}
