package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPreau.class)
class BadRequestsIT {

    private static final String SWITCH = "/departement/modules/communication/sevres";

    private final Preau preau;

    BadRequestsIT(Preau preau) {
        this.preau = preau;
    }

    @Test
    void aFormWithoutTheTokenOfItsPageChangesNothing() {
        Visitor operator = preau.browser("departement");

        Reply reply = operator.form(SWITCH, Map.of("enabled", "false"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(preau.api("parent.sevres").get("/c/sevres/communication/messages").status())
                .isEqualTo(200);
    }

    @Test
    void aFormOfAnotherSiteChangesNothingEvenWithTheToken() {
        Visitor operator = preau.browser("departement");
        String token = operator.page("/departement/modules").formToken();

        Reply reply =
                operator.foreignForm(
                        "https://ailleurs.example",
                        SWITCH,
                        Map.of("enabled", "false", "_token", token));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(preau.api("parent.sevres").get("/c/sevres/communication/messages").status())
                .isEqualTo(200);
    }

    @Test
    void theTokenOfSomebodyElsesFormIsNoToken() {
        String other = preau.browser("parent.sevres").page("/profile").formToken();

        Reply reply =
                preau.browser("departement")
                        .form(SWITCH, Map.of("enabled", "false", "_token", other));

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void anOversizedBodyIsRefusedAsTooLarge() {
        String text = "{\"text\":\"" + "a".repeat(1_200_000) + "\"}";

        Reply reply =
                preau.api("parent.sevres").json("POST", "/c/sevres/communication/messages", text);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().getString("detail")).contains("Rien n’a été enregistré");
    }

    @Test
    void aBodyBeyondWhatTheServerReadsAtAllIsRefused() {
        String text = "{\"text\":\"" + "a".repeat(3_000_000) + "\"}";

        Reply reply =
                preau.api("parent.sevres").json("POST", "/c/sevres/communication/messages", text);

        assertThat(reply.status()).isEqualTo(413);
    }

    @Test
    void anUnknownCollegeIsNoPage() {
        Visitor parent = preau.api("parent.sevres");

        assertThat(parent.get("/c/nulle-part/communication/messages").status()).isEqualTo(404);
        assertThat(parent.get("/c").status()).isEqualTo(404);
        assertThat(parent.get("/c/sevres/cantine/messages").status()).isEqualTo(404);
    }

    @Test
    void anUnreadableIdentityInAnAddressIsNoPage() {
        assertThat(
                        preau.api("parent.sevres")
                                .get("/c/sevres/communication/messages/1%27%20OR%201=1")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void brokenJsonIsToldAsBrokenJson() {
        Visitor parent = preau.api("parent.sevres");
        for (String broken : new String[] {"{", "[]", "{\"to\":{\"a\":1}}", "nul"}) {
            assertThat(parent.json("POST", "/c/sevres/communication/messages", broken).status())
                    .as(broken)
                    .isEqualTo(400);
        }
    }

    @Test
    void aFormThatIsNotFilledInComesBackWithWhatIsMissing() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page("/c/sevres/communication/messages/new").formToken();

        Reply page = parent.form("/c/sevres/communication/messages", Map.of("_token", token));
        Reply json =
                preau.api("parent.sevres").json("POST", "/c/sevres/communication/messages", "{}");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Écrivez l’objet du message", "Choisissez au moins une");
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.header("Content-Type").orElseThrow()).contains("application/problem+json");
    }
}
