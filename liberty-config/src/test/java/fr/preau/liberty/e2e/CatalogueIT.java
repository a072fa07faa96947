package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator sees what there is of each module, thinks it through, and does it. */
@ExtendWith(RunningPreau.class)
class CatalogueIT {

    private static final String CATALOGUE = "/departement/catalogue";

    private static final String GARDEN = CATALOGUE + "/garden";

    private static final Duration TAKEN = Duration.ofSeconds(30);

    private final Preau preau;
    private final Path modules;
    private final Visitor program;
    private final Visitor operator;

    CatalogueIT(Preau preau) {
        this.preau = preau;
        this.modules = preau.installation().folder().plugins();
        this.program = preau.api("departement");
        this.operator = preau.browser("departement");
    }

    @AfterEach
    void takeTheModuleAway() throws IOException {
        Files.deleteIfExists(modules.resolve("garden.jar"));
        preau.remove("garden");
    }

    private void put(String version) {
        GardenBundle.version(version).into(modules, "garden.jar");
        awaitVersion(version);
    }

    private void awaitVersion(String version) {
        await().atMost(TAKEN).until(() -> version.equals(preau.modules().getString("garden", "")));
    }

    private JsonObject garden() {
        return program
                .get(CATALOGUE)
                .json()
                .getJsonArray("modules")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("id").equals("garden"))
                .findFirst()
                .orElseThrow();
    }

    private String sha256(String version) {
        return preau.release("garden", version);
    }

    private List<String> journal() {
        return program
                .get("/departement/audit")
                .json()
                .getJsonObject("lines")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(line -> line.getString("subject").equals("garden"))
                .map(line -> line.getString("act") + " by " + line.getString("actor"))
                .toList();
    }

    @Test
    void twoVersionsAreSeenTheOldOneComesBackAndTheModuleGoes() {
        put("1.0.0");
        put("1.1.0");
        await().atMost(TAKEN).until(() -> garden().getString("state").equals("RUNNING"));
        assertThat(garden().getString("version")).isEqualTo("1.1.0");
        assertThat(operator.page(CATALOGUE).body()).contains("Mode ouvert", "Jardin");
        assertThat(operator.page(GARDEN).body())
                .contains("Les jardiniers", "Revenir à la version 1.0.0", "preau-1");

        Reply rehearsal = operator.page(GARDEN + "/rehearsal?release=" + sha256("1.0.0"));
        assertThat(rehearsal.body()).contains("Aucune table ne change.", "Revenir à la version");
        Reply back =
                operator.form(
                        GARDEN + "/release",
                        Map.of(
                                "_token", rehearsal.formToken(),
                                "release", rehearsal.hidden("release").orElseThrow()));
        assertThat(back.status()).isEqualTo(303);
        awaitVersion("1.0.0");
        assertThat(journal().get(0)).startsWith("module-rolled-back by ").doesNotContain("Préau");

        Reply removal = operator.page(GARDEN + "/removal");
        Reply removed =
                operator.form(
                        GARDEN + "/removal",
                        Map.of(
                                "_token", removal.formToken(),
                                "release", removal.hidden("release").orElseThrow()));
        assertThat(removed.header("Location")).hasValue(CATALOGUE);
        await().atMost(TAKEN).until(() -> !preau.modules().containsKey("garden"));
        assertThat(garden().getString("state")).isEqualTo("REMOVED");
        assertThat(journal().get(0)).startsWith("module-removed by ");
        assertThat(operator.page("/departement/audit").body()).contains("Module retiré", "Jardin");
    }

    @Test
    void whatIsNotNamedOrNotShownAnyMoreIsNotDone() {
        put("1.2.0");
        String old = sha256("1.2.0");
        put("1.3.0");

        assertThat(program.json("POST", GARDEN + "/release", "{}").status()).isEqualTo(422);
        assertThat(program.json("POST", GARDEN + "/removal", "{}").status()).isEqualTo(422);
        Reply late = program.json("POST", GARDEN + "/removal", "{\"release\": \"" + old + "\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().getString("detail")).contains("Rien n’a été changé");
        assertThat(program.get(GARDEN + "/rehearsal?release=" + "0".repeat(64)).status())
                .isEqualTo(404);
        assertThat(preau.modules().getString("garden")).isEqualTo("1.3.0");
    }

    @Test
    void aJarThatIsBroughtRunsOnceItsPermissionsWereReadAndGranted(@TempDir Path elsewhere) {
        Path jar =
                GardenBundle.version("1.5.0")
                        .saying("directory:read", "files")
                        .into(elsewhere, "brought.jar");
        String token = operator.page(CATALOGUE).formToken();

        Reply brought = operator.upload(CATALOGUE, Map.of("_token", token), "jar", jar);
        assertThat(brought.status()).isEqualTo(303);
        assertThat(garden().getString("state")).isIn("BROUGHT", "REMOVED");

        Reply rehearsal = operator.page(brought.header("Location").orElseThrow());
        assertThat(rehearsal.body()).contains("Installer la version 1.5.0 et accorder 1 droit");
        String release = rehearsal.hidden("release").orElseThrow();
        Map<String, String> unread = Map.of("_token", token, "release", release);
        assertThat(operator.form(GARDEN + "/release", unread).status()).isEqualTo(409);
        assertThat(preau.modules()).doesNotContainKey("garden");
        operator.form(
                GARDEN + "/release", Map.of("_token", token, "release", release, "grants", "true"));
        awaitVersion("1.5.0");
    }

    @Test
    void aJarOfTwelveMegabytesIsTakenFromAnOperatorAndFromNobodyElse(@TempDir Path elsewhere)
            throws IOException {
        byte[] noise = new byte[12_000_000];
        new Random(12).nextBytes(noise);
        Path jar = GardenBundle.version("1.7.0").into(elsewhere, "large.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.write(zip.getPath("noise.bin"), noise);
        }

        Visitor parent = preau.browser("parent.sevres");
        Map<String, String> token = Map.of("_token", parent.page("/").formToken());
        assertThat(parent.upload(CATALOGUE, token, "jar", jar).status()).isEqualTo(403);
        Reply brought =
                operator.upload(
                        CATALOGUE,
                        Map.of("_token", operator.page(CATALOGUE).formToken()),
                        "jar",
                        jar);
        assertThat(brought.header("Location").orElseThrow()).contains("/garden/rehearsal");
    }

    @Test
    void theScriptsOfAReleaseAreTriedOnACopyBeforeAnybodyMeetsThem(@TempDir Path elsewhere)
            throws IOException {
        new ModuleJar(preau.communication().built(), elsewhere)
                .replaceByVersion(
                        "1.9.0",
                        Map.of(
                                "db/migration/V900__labels.sql",
                                "ALTER TABLE communication_letter ADD COLUMN label INT;",
                                "db/migration/U900__labels.sql",
                                "ALTER TABLE communication_letter DROP COLUMN label;"));
        Reply brought =
                operator.upload(
                        CATALOGUE,
                        Map.of("_token", operator.page(CATALOGUE).formToken()),
                        "jar",
                        elsewhere.resolve("preau-communication.jar"));
        String address = brought.header("Location").orElseThrow();
        Reply rehearsal = operator.page(address);
        assertThat(rehearsal.body()).contains("Essayer sur une copie");

        operator.form(
                CATALOGUE + "/communication/trial",
                Map.of(
                        "_token", rehearsal.formToken(),
                        "release", rehearsal.hidden("release").orElseThrow()));

        await().atMost(TAKEN)
                .until(() -> operator.page(address).body().contains("L’essai a réussi"));
        assertThat(operator.page(address).body())
                .contains("Le retour à la version précédente a été essayé aussi");
        assertThat(program.get(address).json().getJsonObject("trial").getString("back"))
                .isEqualTo("DONE");
    }

    @Test
    void aJarThatIsNoModuleIsRefusedWithTheReason(@TempDir Path elsewhere) {
        Path jar =
                GardenBundle.version("1.6.0")
                        .saying("\"garden\"", "\"core\"")
                        .into(elsewhere, "core.jar");

        Reply refused =
                operator.upload(
                        CATALOGUE,
                        Map.of("_token", operator.page(CATALOGUE).formToken()),
                        "jar",
                        jar);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("ne peut pas servir de module", "line 1: /id")
                .contains("<q class=\"code\" lang=\"en\">META-INF/");
    }

    @Test
    void theCatalogueTakesAsManyStatementsHoweverManyModulesThereAre() {
        int before = program.get(CATALOGUE).statements();

        put("1.4.0");

        assertThat(program.get(CATALOGUE).statements()).isEqualTo(before);
    }
}
