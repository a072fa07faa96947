package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final String NEIGHBOUR_INBOX = "/c/meudon-bel-air/communication/messages";

    private static final int CLIENTS = 8;

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
                Visitor visitor = preau.api(i % 2 == 0 ? "parent.sevres" : "prof.sevres");
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
        assertThat(bundleLoaders()).isLessThanOrEqualTo(2);
    }

    private static List<String> failures(
            Visitor visitor, AtomicBoolean ended, AtomicInteger answered) {
        List<String> failures = new ArrayList<>();
        while (!ended.get()) {
            Reply inbox = visitor.get(INBOX);
            if (inbox.status() != 200) {
                failures.add(INBOX + " answered " + inbox.status() + ": " + inbox.body());
            }
            Reply accueil = visitor.page("/");
            if (accueil.status() != 200 || !accueil.body().contains("/c/sevres/communication")) {
                failures.add("the accueil answered " + accueil.status() + " without its module");
            }
            answered.addAndGet(2);
        }
        return failures;
    }

    /** How many class loaders hold the module's own class, after a collection. */
    private long bundleLoaders() throws IOException {
        Process histogram =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(preau.node().pid()),
                                "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines = histogram.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.contains(" fr.preau.communication.CommunicationPlugin"))
                    .filter(line -> !line.contains("$"))
                    .count();
        }
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
    void aFailedMigrationLeavesTheModuleOffThereWithItsReasonAndEverythingElseRuns()
            throws Exception {
        String table = "communication_label";
        change("CREATE TABLE preau_c_0921244c." + table + " (id INT)");
        Visitor parent = preau.api("parent.sevres");
        try {
            jar.replaceByVersion(
                    "1.1.0",
                    Map.of(
                            "db/migration/V2__labels.sql",
                            "CREATE TABLE " + table + " (id UUID PRIMARY KEY);"));
            awaitVersion("1.1.0");

            assertThat(parent.get(INBOX).status()).isEqualTo(404);
            assertThat(parent.get(NEIGHBOUR_INBOX).status()).isEqualTo(200);
            assertThat(parent.get("/").status()).isEqualTo(200);
            assertThat(failureAt("sevres")).contains(table, "already exists");
            assertThat(failureAt("meudon-bel-air")).isEmpty();

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
                forgetSecondMigration("preau_c_" + college, table);
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
                .map(module -> module.getString("failure", ""))
                .findFirst()
                .orElseThrow();
    }

    /** So that the built version, which has no second script, finds its tables as it left them. */
    private void forgetSecondMigration(String space, String table) throws SQLException {
        change("DROP TABLE IF EXISTS " + space + "." + table);
        change("DELETE FROM " + space + ".communication_schema_history WHERE version = '2'");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection =
                        preau.installation()
                                .database()
                                .connect(
                                        EmbeddedMariaDb.SCHEMA_USER,
                                        preau.installation().folder().secret("schema"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aModuleWhoseJarIsTakenAwayIsGoneAndItsDataIsBackWithIt() throws IOException {
        Visitor parent = preau.api("parent.sevres");
        String before = parent.get(INBOX).body();
        try {
            jar.remove();
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
