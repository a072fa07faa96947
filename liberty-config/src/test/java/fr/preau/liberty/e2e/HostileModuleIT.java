package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A module that hangs or fails loses its card, never the page, and no other module. */
@ExtendWith(RunningPreau.class)
class HostileModuleIT {

    private static final String CARDS =
            """
            public record Bed(String name) {}
            public List<Card<?>> cards() {
              return List.of(new Card<>("bed", Bed.class,
                  request -> read(), (page, context) -> output -> output.writeContent("un carré")));
            }
            private static Bed read() { %s }
            """;

    private final Preau preau;
    private final Path modules;

    HostileModuleIT(Preau preau) {
        this.preau = preau;
        this.modules = preau.installation().folder().plugins();
    }

    @AfterEach
    void takeTheModuleAway() throws IOException {
        turn(false);
        Files.deleteIfExists(modules.resolve("garden.jar"));
        preau.remove("garden");
    }

    private void install(String version, String reading) {
        GardenBundle.version(version)
                .with(CARDS.formatted(reading))
                .saying(
                        "\"cards\": []",
                        "\"cards\": [{\"id\": \"bed\", \"profiles\": [\"GUARDIAN\"]}]")
                .into(modules, "garden.jar");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> version.equals(preau.modules().getString("garden", "")));
        turn(true);
    }

    private void turn(boolean on) {
        preau.api("departement")
                .json("PUT", "/departement/modules/garden/sevres", "{\"enabled\": " + on + "}");
    }

    @Test
    void aCardThatAnswersStandsBesideTheOthers() {
        install("1.0.0", "return new Bed(\"radis\");");

        // The first time, when nothing is compiled yet, a card may come after the page.
        await().atMost(Duration.ofSeconds(10)).until(() -> !gardenCard().isNull("page"));
        String accueil = preau.browser("parent.sevres").page("/").body();

        assertThat(accueil).contains("un carré", "id=\"card-sevres-communication-unread\"");
        assertThat(gardenCard().getJsonObject("page").getString("name")).isEqualTo("radis");
    }

    /** The garden's card in the accueil as JSON. */
    private JsonObject gardenCard() {
        return preau
                .api("parent.sevres")
                .get("/")
                .json()
                .getJsonArray("colleges")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(
                        college ->
                                college
                                        .getJsonArray("cards")
                                        .getValuesAs(JsonObject.class)
                                        .stream())
                .filter(card -> card.getString("module").equals("garden"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCardThatHangsIsLostInTimeAndSoonNobodyWaitsForIt() {
        install(
                "1.1.0",
                "try { Thread.sleep(60_000); return new Bed(\"\"); }"
                        + " catch (InterruptedException e) { throw new IllegalStateException(e); }");
        Visitor parent = preau.browser("parent.sevres");

        Reply first = parent.page("/");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body())
                .contains("Cette rubrique ne répond pas", "id=\"card-sevres-communication-unread\"")
                .doesNotContain("un carré");
        assertThat(gardenCard().getBoolean("lost")).isTrue();
        assertThat(parent.page("/").status()).isEqualTo(200);
        await("nobody waits any more")
                .atMost(Duration.ofSeconds(1))
                .until(() -> parent.page("/").status() == 200);
        assertThat(parent.page("/c/sevres/communication/messages").status()).isEqualTo(200);
    }

    @Test
    void aCardThatThrowsAnErrorIsLostAlone() {
        install("1.2.0", "throw new NoSuchMethodError(\"of another API\");");

        Reply accueil = preau.browser("parent.sevres").page("/");

        assertThat(accueil.status()).isEqualTo(200);
        assertThat(accueil.body())
                .contains(
                        "Cette rubrique ne répond pas", "id=\"card-sevres-communication-unread\"");
    }
}
