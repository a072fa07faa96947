package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.FreePort;
import fr.preau.liberty.Installation;
import fr.preau.liberty.InventedDeliveries;
import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
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
        "used, 0123456789abcdef0123456789abcdef01234567, this database was filled in demo mode"
    })
    void aNodeWithoutASecretAndADatabaseOfItsOwnAnswersNothing(
            String name, String secret, String reason) throws IOException {
        try (LibertyNode node =
                preau.anotherNode(
                        "closed-" + name,
                        Map.of(
                                "PREAU_DEMO", "false",
                                "PREAU_DEMO_SERVERS", "",
                                "PREAU_SECRET", secret))) {
            Visitor nobody = Visitor.at(node.address());
            awaitClosed(nobody, node);

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

    private static void awaitClosed(Visitor nobody, LibertyNode node) throws IOException {
        try {
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptions()
                    .until(() -> nobody.page("/sign-in").status() == 503);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(Files.readString(node.log()), late);
        }
    }

    @Test
    void outsideDemoModeThereIsNoAccountOfADemo() throws Exception {
        try (Installation installation =
                        preau.freshInstallation("no-demo").with("PREAU_SECRET", OWN_SECRET);
                LibertyNode node = installation.startNode("no-demo", FreePort.find())) {
            Visitor nobody = Visitor.at(node.address());
            node.awaitReady(Duration.ofMinutes(3), () -> {});

            assertThat(nobody.page("/sign-in").body())
                    .contains("Mot de passe")
                    .doesNotContain(InventedDeliveries.PASSWORD, "parent.sevres", "démonstration");
            assertThat(nobody.page("/parts").status()).isEqualTo(404);
            for (String login : preau.logins()) {
                assertThat(nobody.typedInForm(login, InventedDeliveries.PASSWORD).status())
                        .as(login)
                        .isEqualTo(401);
            }
        }
    }
}
