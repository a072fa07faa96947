package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A module that breaks in ways nobody thought of still ends at a page of Préau. */
@ExtendWith(RunningPreau.class)
class BrokenModuleIT {

    private static final String NEW_LETTER = "/c/sevres/communication/messages/new";
    private static final Duration TAKEN = Duration.ofSeconds(30);

    private final Preau preau;
    private final ModuleJar jar;

    BrokenModuleIT(Preau preau) {
        this.preau = preau;
        this.jar = preau.communication();
    }

    @AfterEach
    void theBuiltVersionRunsAgain() throws IOException {
        jar.restore();
        await().atMost(TAKEN).until(() -> version().contains("\"communication\":\"1.0.0\""));
    }

    private String version() {
        return preau.nobody().get("/health/ready").body().replace(" ", "");
    }

    private void awaitVersion(String version) {
        await().atMost(TAKEN)
                .until(() -> version().contains("\"communication\":\"" + version + "\""));
    }

    @Test
    void aClassThatIsMissingIsToldAsAFailureAndTheRestGoesOn() throws IOException {
        Visitor parent = preau.browser("parent.sevres");
        jar.replaceByVersionWithout(
                "1.0.91", "fr/preau/communication/templates/JtecomposeGenerated.class");
        awaitVersion("1.0.91");

        Reply page = parent.page(NEW_LETTER);
        Reply json = preau.api("parent.sevres").get("/c/sevres/communication/messages");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.body())
                .contains("Une erreur est survenue", "Référence", "site-menu")
                .doesNotContain("NoClassDefFoundError", "fr.preau");
        assertThat(json.status()).isEqualTo(200);
    }

    @Test
    void aMenuWithoutItsWordsNeverRuns() throws IOException {
        Visitor parent = preau.browser("parent.sevres");
        jar.replaceByVersion("1.0.92", Map.of("texts_fr.properties", "nothing=rien\n"));
        await().atMost(TAKEN).until(() -> version().contains("menu.messages"));

        Reply page = parent.page("/c/sevres/communication/messages");

        assertThat(version()).contains("\"communication\":\"1.0.0\"");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("site-menu");
    }
}
