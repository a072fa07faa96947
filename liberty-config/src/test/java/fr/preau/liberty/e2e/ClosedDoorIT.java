package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node without a secret of its own does not start, and tells nobody but its log why. */
@ExtendWith(RunningPreau.class)
class ClosedDoorIT {

    private static final String OWN_SECRET = "a-secret-that-was-made-for-this-test-alone";

    private final Preau preau;

    ClosedDoorIT(Preau preau) {
        this.preau = preau;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "missing, '', the setting preau.secret is missing",
        "short, too-short, PREAU_SECRET has fewer than 32 characters",
        "demo, demo-0123456789abcdef0123456789abcdef, PREAU_SECRET is the secret of a demo"
    })
    void aNodeWithoutASecretOfItsOwnAnswersNothing(String name, String secret, String reason)
            throws IOException {
        try (LibertyNode node =
                preau.anotherNode(
                        "closed-" + name, Map.of("PREAU_DEMO", "false", "PREAU_SECRET", secret))) {
            Visitor nobody = Visitor.at(node.address());
            awaitAnswer(nobody, 503);

            for (String address :
                    List.of("/", "/sign-in", "/openapi", "/assets/preau.css", "/c/x")) {
                Reply reply = nobody.page(address);
                assertThat(reply.status()).as(address).isEqualTo(503);
                assertThat(reply.body())
                        .contains("<html lang=\"fr\">", "Préau est fermé pour le moment")
                        .doesNotContain("Exception", "Liberty", "PREAU_SECRET", "\tat ");
            }
            assertThat(nobody.typed("departement", "x").json().getInt("status")).isEqualTo(503);
            assertThat(nobody.get("/health/ready").status()).isEqualTo(503);
            assertThat(Files.readString(node.log())).contains(reason).doesNotContain("\\tat fr.");
        }
    }

    @Test
    void outsideDemoModeNoAccountIsShownAndNoPageOfPartsAnswers() throws IOException {
        try (LibertyNode node =
                preau.anotherNode(
                        "no-demo", Map.of("PREAU_DEMO", "", "PREAU_SECRET", OWN_SECRET))) {
            Visitor nobody = Visitor.at(node.address());
            awaitAnswer(nobody, 200);

            assertThat(nobody.page("/sign-in").body())
                    .contains("Mot de passe")
                    .doesNotContain("preau-demo-2026", "parent.sevres", "démonstration");
            assertThat(nobody.page("/parts").status()).isEqualTo(404);
        }
    }

    private static void awaitAnswer(Visitor nobody, int status) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> nobody.page("/sign-in").status() == status);
    }
}
