package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A module's jar is replaced, broken and taken away while people work. */
@ExtendWith(RunningPreau.class)
class ModuleLifeIT {

    private static final String INBOX = "/c/sevres/communication/messages";

    private static final String CARD = "id=\"card-sevres-communication-unread\"";

    private static final String NEIGHBOUR_INBOX = "/c/meudon-bel-air/communication/messages";

    /** Declarative Services and what they need; one of these never loads a class. */
    private static final int HOST_BUNDLES = 3;

    private static final int CLIENTS = 4;

    private static final String DRAFTS = "/c/sevres/communication/drafts";

    private static final int UPDATES = 6;

    private static final Duration TAKEN = Duration.ofSeconds(30);

    private final Preau preau;
    private final ModuleJar jar;

    ModuleLifeIT(Preau preau) {
        this.preau = preau;
        this.jar = preau.communication();
    }

    @AfterEach
    void theBuiltVersionRunsAgain() throws IOException {
        jar.restore();
        awaitVersion("1.0.0");
    }

    private void awaitVersion(String version) {
        await().atMost(TAKEN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> version.equals(preau.modules().getString("communication", "")));
    }

    @Test
    void aRebuiltBundleReplacesTheRunningOneWithoutAFailedRequest() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<String>>> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                Visitor visitor = preau.api("parent.sevres");
                clients.add(executor.submit(() -> failures(visitor, ended, answered)));
            }
            for (int update = 1; update <= UPDATES; update++) {
                int before = answered.get();
                jar.replaceByVersion("1.0." + update);
                awaitVersion("1.0." + update);
                await().atMost(TAKEN).until(() -> answered.get() > before + CLIENTS);
            }
        } finally {
            ended.set(true);
            executor.shutdown();
        }

        for (Future<List<String>> client : clients) {
            assertThat(client.get()).isEmpty();
        }
        // Each module, and of all replaced versions at most the last may still be in memory.
        long most = HOST_BUNDLES + (long) preau.modules().size();
        await().atMost(TAKEN).untilAsserted(() -> assertThat(bundleLoaders()).isBetween(1L, most));
    }

    /** On a busy machine a card may be late, and says so in its place. */
    private static boolean showsItsCard(Reply accueil) {
        return accueil.body().contains(CARD)
                || accueil.body().contains("Cette rubrique prend un peu plus de temps");
    }

    private static List<String> failures(
            Visitor visitor, AtomicBoolean ended, AtomicInteger answered) {
        List<String> failures = new ArrayList<>();
        String addressee = visitor.correspondents("sevres").get(0);
        while (!ended.get()) {
            Reply inbox = visitor.get(INBOX);
            if (inbox.status() != 200) {
                failures.add(INBOX + " answered " + inbox.status() + ": " + inbox.body());
            }
            Reply sent = visitor.json("POST", DRAFTS, draft(addressee));
            if (sent.status() != 200) {
                failures.add("keeping a draft answered " + sent.status() + ": " + sent.body());
            }
            Reply accueil = visitor.page("/");
            if (accueil.status() != 200 || !showsItsCard(accueil)) {
                failures.add("the accueil answered " + accueil.status() + " without its card");
            }
            answered.addAndGet(3);
        }
        return failures;
    }

    /** What may be written as often as one likes: letters in a burst are stopped. */
    private static String draft(String addressee) {
        return Json.createObjectBuilder()
                .add("to", Json.createArrayBuilder().add(addressee))
                .add("subject", "Pendant la mise à jour")
                .add("text", "Bonjour.")
                .add("key", UUID.randomUUID().toString())
                .build()
                .toString();
    }

    /** How many class loaders of bundles there are, after a collection. */
    private long bundleLoaders() {
        try (BufferedReader lines = histogram().inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.contains("BundleWiringImpl$BundleClassLoader"))
                    .map(line -> line.strip().split("\\s+"))
                    .mapToLong(columns -> Long.parseLong(columns[1]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process histogram() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(preau.node().pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void aCorruptBundleIsNamedAndWhatRanBeforeGoesOn() throws IOException {
        jar.corrupt();

        await().atMost(TAKEN).until(() -> preau.modules().containsKey("preau-communication.jar"));
        assertThat(preau.modules().getString("preau-communication.jar"))
                .contains("not a readable jar");
        assertThat(preau.modules().getString("communication")).isEqualTo("1.0.0");
        assertThat(preau.api("parent.sevres").get(INBOX).status()).isEqualTo(200);
        jar.restore();
        await().atMost(TAKEN).until(() -> !preau.modules().containsKey("preau-communication.jar"));
    }

    @Test
    void whereAMigrationFailsTheOldVersionGoesOnWithTheReasonAndTheOthersGetTheNewOne()
            throws Exception {
        String table = "communication_label";
        change("CREATE TABLE preau_c_0921244c." + table + " (id INT)");
        Visitor parent = preau.api("parent.sevres");
        try {
            jar.replaceByVersion(
                    "1.1.0",
                    Map.of(
                            "db/migration/V900__labels.sql",
                            "CREATE TABLE " + table + " (id UUID PRIMARY KEY);"));
            awaitVersion("1.1.0");

            await().atMost(TAKEN).until(() -> !failureAt("sevres").isEmpty());
            assertThat(failureAt("sevres")).contains(table, "already exists");
            assertThat(failureAt("meudon-bel-air")).isEmpty();
            assertThat(parent.get(INBOX).status()).as("the old version").isEqualTo(200);
            assertThat(parent.get(NEIGHBOUR_INBOX).status()).isEqualTo(200);
            assertThat(parent.get("/").status()).isEqualTo(200);

            change("DROP TABLE preau_c_0921244c." + table);
            preau.api("departement")
                    .json(
                            "PUT",
                            "/departement/modules/communication/sevres",
                            "{\"enabled\": true}");

            assertThat(failureAt("sevres")).isEmpty();
            assertThat(parent.get(INBOX).status()).isEqualTo(200);
        } finally {
            for (String college : List.of("0921244c", "0921554p", "0920689z")) {
                forgetLabels("preau_c_" + college, table);
            }
        }
    }

    private String failureAt(String slug) {
        return preau
                .api("departement")
                .get("/departement/modules")
                .json()
                .getJsonArray("rows")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(row -> row.getString("slug").equals(slug))
                .flatMap(row -> row.getJsonArray("switches").getValuesAs(JsonObject.class).stream())
                .filter(module -> module.getString("module").equals("communication"))
                .map(module -> module.getString("failure", ""))
                .findFirst()
                .orElseThrow();
    }

    /** So that the built version, which has no second script, finds its tables as it left them. */
    private void forgetLabels(String space, String table) throws SQLException {
        change("DROP TABLE IF EXISTS " + space + "." + table);
        change("DELETE FROM " + space + ".communication_schema_history WHERE version = '900'");
        change(
                "UPDATE preau_platform.module_schema SET version ="
                        + " (SELECT MAX(CAST(version AS INT)) FROM "
                        + space
                        + ".communication_schema_history)"
                        + " WHERE module = 'communication'");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = preau.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aModuleThatIsRemovedIsGoneAndItsDataIsBackWithIt() throws IOException {
        Visitor parent = preau.api("parent.sevres");
        String before = parent.get(INBOX).body();
        try {
            preau.remove("communication");
            await().atMost(TAKEN).until(() -> !preau.modules().containsKey("communication"));

            assertThat(parent.get(INBOX).status()).isEqualTo(404);
            assertThat(parent.get("/").status()).isEqualTo(200);
        } finally {
            jar.restore();
            awaitVersion("1.0.0");
        }
        assertThat(parent.get(INBOX).body()).isEqualTo(before);
    }
}
