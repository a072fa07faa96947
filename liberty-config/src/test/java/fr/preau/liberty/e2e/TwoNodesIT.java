package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes on one database serve the same users. */
@ExtendWith(RunningPreau.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final String INBOX = "/c/sevres/communication/messages";

    private final Preau preau;
    private final LibertyNode other;

    TwoNodesIT(Preau preau) throws IOException {
        this.preau = preau;
        this.other = preau.anotherNode("preau-2");
    }

    @BeforeAll
    void theOtherNodeIsReady() throws Exception {
        other.awaitReady(Duration.ofMinutes(5), () -> {});
    }

    @AfterAll
    void stopTheOtherNode() {
        other.close();
    }

    @Test
    void whoSignsInAtOneGoesOnAtTheOther() {
        Visitor parent = preau.browser("parent.sevres");

        assertThat(parent.page(INBOX).status()).isEqualTo(200);
        assertThat(parent.movedTo(other.address()).page(INBOX).status()).isEqualTo(200);
    }

    @Test
    void aFormOfOneNodeIsTakenByTheOther() {
        Visitor parent = preau.browser("parent.sevres");
        String token = parent.page(INBOX + "/new").formToken();

        Reply reply = parent.movedTo(other.address()).form(INBOX, Map.of("_token", token));

        assertThat(reply.status()).isEqualTo(422);
    }

    @Test
    void aModuleThatIsSwitchedOffAtOneIsOffAtTheOtherWithinTwoSeconds() {
        Visitor operator = preau.api("departement");
        Visitor there = preau.api("parent.sevres").movedTo(other.address());
        assertThat(there.get(INBOX).status()).isEqualTo(200);
        try {
            turn(operator, false);
            await().atMost(Duration.ofSeconds(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> there.get(INBOX).status() == 404);
        } finally {
            turn(operator, true);
        }
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> there.get(INBOX).status() == 200);
    }

    private static void turn(Visitor operator, boolean on) {
        operator.json(
                "PUT", "/departement/modules/communication/sevres", "{\"enabled\": " + on + "}");
    }

    @Test
    void writingThatIsClosedAtOneIsClosedAtTheOtherWithinASecond() {
        Visitor operator = preau.api("departement");
        Visitor there = preau.api("parent.sevres").movedTo(other.address());
        assertThat(there.get(INBOX + "/new").body()).doesNotContain("Des comptes volés.");
        operator.json(
                "POST",
                "/departement/writing",
                "{\"profile\": [\"GUARDIAN\"], \"notice\": \"Des comptes volés.\"}");
        try {
            await().atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> there.get(INBOX + "/new").body().contains("Des comptes volés."));
            assertThat(there.get(INBOX).status()).isEqualTo(200);
        } finally {
            openWriting(operator);
        }
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !there.get(INBOX + "/new").body().contains("Des comptes volés."));
    }

    private static void openWriting(Visitor operator) {
        operator.get("/departement/writing")
                .json()
                .getJsonArray("closures")
                .getValuesAs(JsonObject.class)
                .forEach(
                        closure ->
                                operator.json(
                                        "POST",
                                        "/departement/writing/"
                                                + closure.getString("id")
                                                + "/opening",
                                        "{}"));
    }

    @Test
    void whoSignsOutAtOneIsSignedOutAtBoth() {
        Visitor parent = preau.api("parent.sevres");
        Visitor there = parent.movedTo(other.address());
        assertThat(there.get("/profile").status()).isEqualTo(200);

        assertThat(there.json("POST", "/sign-out", "{}").status()).isEqualTo(200);

        assertThat(there.get("/profile").status()).isEqualTo(401);
        assertThat(parent.get("/profile").status()).isEqualTo(401);
    }

    @Test
    void oneNodeGoesOnWhenTheOtherIsAsked() {
        assertThat(other.pid()).isNotEqualTo(preau.node().pid());
        assertThat(preau.nobody().get("/health/ready").status()).isEqualTo(200);
        assertThat(preau.nobody().movedTo(other.address()).get("/health/ready").status())
                .isEqualTo(200);
    }
}
