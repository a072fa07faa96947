package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.liberty.InventedDeliveries;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningPreau.class)
class SignInIT {

    private static final String GESTION =
            "account_id = (SELECT id FROM preau_platform.account WHERE login = 'gestion.sevres')";

    private final Preau preau;

    SignInIT(Preau preau) {
        this.preau = preau;
    }

    @Test
    void theFormLeadsToTheAccueilWithACookieThatNoScriptReads() {
        Reply reply = preau.nobody().typedInForm("parent.sevres", InventedDeliveries.PASSWORD);

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/");
        assertThat(reply.cookies())
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void jsonAnswersWithATokenThatOpensTheAccueil() {
        Reply reply = preau.nobody().typed("parent.sevres", InventedDeliveries.PASSWORD);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.cookies()).isEmpty();
        assertThat(preau.api("parent.sevres").get("/").status()).isEqualTo(200);
    }

    @Test
    void aProgramThatOnlySendsJsonIsAnsweredInJson() {
        Visitor nobody = preau.nobody();
        String typed =
                "{\"login\":\"parent.sevres\",\"password\":\""
                        + InventedDeliveries.PASSWORD
                        + "\"}";

        Reply reply =
                nobody.send(
                        nobody.to("/sign-in")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(typed)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().getString("token")).isNotEmpty();
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreAnsweredAlike() {
        Reply wrong = preau.nobody().typedInForm("gestion.sevres", "pas-le-bon");
        Reply unknown = preau.nobody().typedInForm("personne.nulle-part", "pas-le-bon");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.cookies()).isEmpty();
        assertThat(untyped(wrong)).isEqualTo(untyped(unknown));
    }

    /** The page without what was typed, which it shows again. */
    private static String untyped(Reply reply) {
        return reply.body().replaceAll("(name=\"login\" type=\"text\" value=)\"[^\"]*\"", "$1");
    }

    @Test
    void programsLearnNoMoreThanPeopleWhetherALoginExists() {
        Reply wrong = preau.nobody().typed("gestion.sevres", "pas-le-bon");
        Reply unknown = preau.nobody().typed("personne.nulle-part", "pas-le-bon");

        assertThat(wrong.status()).isEqualTo(unknown.status()).isBetween(400, 422);
        assertThat(wrong.body()).isEqualTo(unknown.body()).doesNotContain("token\":\"");
    }

    @Test
    void signingOutEndsTheTokenToo() {
        Visitor parent = preau.api("parent.sevres");
        assertThat(parent.get("/profile").status()).isEqualTo(200);

        assertThat(parent.json("POST", "/sign-out", "{}").status()).isEqualTo(200);

        assertThat(parent.get("/profile").status()).isEqualTo(401);
    }

    @Test
    void signingOutOnThePageTakesTheCookieAway() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page("/profile").formToken();

        Reply reply = parent.form("/sign-out", Map.of("_token", token));

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("/sign-in");
        assertThat(reply.cookies())
                .anyMatch(cookie -> cookie.startsWith("preau_session=\"\";") && over(cookie));
        assertThat(parent.page("/profile").status()).isEqualTo(303);
    }

    private static boolean over(String cookie) {
        return cookie.contains("Max-Age=0");
    }

    @Test
    void thatOneHasSignedOutIsSaidOnceOnTheNextPage() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page("/profile").formToken();
        String notice = notice(parent.form("/sign-out", Map.of("_token", token)));
        Visitor visitor = preau.nobody().carrying(notice);

        Reply page = visitor.page("/sign-in");

        assertThat(page.body()).contains("<p class=\"toast-part\">Vous êtes déconnecté.</p>");
        assertThat(page.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(over(cookie)).isTrue())
                .satisfies(cookie -> assertThat(cookie).startsWith("preau_notice=\"\";"));
        assertThat(preau.nobody().page("/sign-in").body()).doesNotContain("déconnecté");
    }

    private static String notice(Reply reply) {
        return reply.cookies().stream()
                .filter(cookie -> cookie.startsWith("preau_notice="))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }

    @Test
    void aNoticeOfAnotherSessionOrOfNobodysMakingIsNotShown() {
        Visitor pupil = preau.browser("eleve.sevres");
        String token = pupil.page("/profile").formToken();
        String ofNobody = notice(pupil.form("/sign-out", Map.of("_token", token)));
        String session =
                preau.nobody()
                        .typedInForm("parent.sevres", InventedDeliveries.PASSWORD)
                        .cookies()
                        .get(0)
                        .split(";", 2)[0];

        assertThat(preau.nobody().carrying(ofNobody).page("/sign-in").body())
                .contains("Tu es déconnecté.");
        for (String notice : new String[] {ofNobody, ofNobody + "x", "preau_notice=eA.eA"}) {
            assertThat(preau.nobody().carrying(session + "; " + notice).page("/").body())
                    .doesNotContain("toast-part");
        }
    }

    @Test
    void aBrokenCookieIsNobodys() {
        for (String broken : new String[] {"x", "a.b.c", "é%00", "\"", "..", "e".repeat(4000)}) {
            Visitor visitor = preau.nobody().carrying("preau_session=" + encoded(broken));
            assertThat(visitor.get("/profile").status()).as(broken).isEqualTo(401);
            assertThat(visitor.page("/sign-in").status()).as(broken).isEqualTo(200);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aForeignSignatureIsNobodys() {
        String token =
                preau.nobody()
                        .typed("departement", InventedDeliveries.PASSWORD)
                        .json()
                        .getString("token");
        String[] parts = token.split("\\.");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[0] ^= 1;
        String forged = parts[0] + "." + parts[1] + "." + base64(signature);
        String unsigned = base64("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(bearer(token).get("/departement/modules").status()).isEqualTo(200);
        assertThat(bearer(forged).get("/departement/modules").status()).isEqualTo(401);
        assertThat(bearer(unsigned + "." + parts[1] + ".").get("/departement/modules").status())
                .isEqualTo(401);
    }

    private Visitor bearer(String token) {
        return new Visitor(preau.node().address(), Map.of("Authorization", "Bearer " + token));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void afterSigningInNobodyIsLedOutOfPreau() {
        for (String elsewhere : new String[] {"//ailleurs.example", "https://ailleurs.example"}) {
            Reply reply =
                    preau.nobody()
                            .form(
                                    "/sign-in",
                                    Map.of(
                                            "login",
                                            "parent.sevres",
                                            "password",
                                            InventedDeliveries.PASSWORD,
                                            "returnTo",
                                            elsewhere));
            assertThat(reply.header("Location")).as(elsewhere).contains("/");
        }
    }

    @Test
    void whoBelongsNowhereAnyMoreReadsSoAndCanSignOut() throws SQLException {
        change(
                "CREATE TABLE preau_platform.kept AS SELECT * FROM preau_platform.membership WHERE "
                        + GESTION);
        try {
            Visitor gestion = preau.browser("gestion.sevres");
            change("DELETE FROM preau_platform.membership WHERE " + GESTION);

            Reply accueil = gestion.page("/");
            assertThat(accueil.status()).isEqualTo(200);
            assertThat(accueil.body()).contains("Votre compte n’est rattaché à aucun collège");
            assertThat(gestion.page("/c/sevres/communication/messages").status()).isEqualTo(403);
            assertThat(gestion.form("/sign-out", Map.of("_token", accueil.formToken())).status())
                    .isEqualTo(303);
        } finally {
            change(
                    "INSERT IGNORE INTO preau_platform.membership SELECT * FROM preau_platform.kept");
            change("DROP TABLE preau_platform.kept");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = preau.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
