package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.core.testing.GardenBundle;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A node that is killed in the middle of a step of a module's life comes back to what is desired,
 * without a hand.
 *
 * <p>The step is held in its middle by a lock in the database; the tests are the chapters of one
 * life.
 */
@ExtendWith(RunningPreau.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledNodeIT {

    private static final Duration TAKEN = Duration.ofSeconds(60);

    private static final String HERE = "preau_c_0921244c.";

    private static final String INBOX = "/c/sevres/communication/messages";

    private static final String SWITCH = "/departement/modules/communication/sevres";

    private static final String COMMUNICATION = "/departement/catalogue/communication";

    private static final Map<String, String> LABELS =
            Map.of(
                    "db/migration/V900__labels.sql",
                    """
                    CREATE TABLE communication_label (name VARCHAR(20) NOT NULL);
                    INSERT INTO communication_label VALUES ('Urgent');
                    ALTER TABLE communication_letter ADD COLUMN label VARCHAR(20) NULL;
                    INSERT INTO communication_label VALUES ('À lire');
                    """,
                    "db/migration/U900__labels.sql",
                    """
                    DROP TABLE communication_label;
                    ALTER TABLE communication_letter DROP COLUMN label;
                    """);

    private final Preau preau;
    private final ModuleJar jar;
    private final SmtpServer smtp = new SmtpServer();

    KilledNodeIT(Preau shared) throws IOException {
        this.preau = shared.another("killed");
        this.jar = preau.communication();
        // From the second life of the node on.
        smtp.tell(preau.installation());
    }

    @AfterAll
    void stop() {
        preau.close();
        smtp.close();
    }

    private void awaitVersion(String module, String version) {
        await().atMost(TAKEN).until(() -> version.equals(preau.modules().getString(module, "")));
    }

    private String ask(String sql) throws SQLException {
        return preau.ask(sql);
    }

    private void awaitAnswer(String sql, String answer) {
        preau.awaitAnswer(TAKEN, sql, answer);
    }

    /** Holds a table, so that whoever wants to change it waits until the lock is closed. */
    private Connection hold(String table) throws SQLException {
        Connection connection = preau.database();
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES " + table + " READ");
        }
        return connection;
    }

    private void killWhileHeld(Connection... held) throws Exception {
        preau.killAndStartAgain(
                () -> {
                    for (Connection lock : held) {
                        try {
                            lock.close();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
    }

    private static final String LABELLED = colleges("=");
    private static final String UNLABELLED = colleges("<>");

    /** How many collèges have the tables of {@link #LABELS}, or all others but these. */
    private static String colleges(String comparison) {
        return "SELECT COUNT(*) FROM preau_platform.module_schema"
                + " WHERE module = 'communication' AND failure IS NULL AND version "
                + comparison
                + " '900'";
    }

    @Test
    @Order(1)
    void inTheMiddleOfKeepingAJar() throws Exception {
        awaitVersion("communication", "1.0.0");
        awaitAnswer(UNLABELLED, "5");
        Connection held = hold("preau_platform.module_release_piece");
        jar.replaceByVersion("1.1.0");
        String kept = "SELECT COUNT(*) FROM preau_platform.module_release WHERE version = '1.1.0'";
        awaitAnswer(kept, "1");

        killWhileHeld(held);

        awaitVersion("communication", "1.1.0");
        assertThat(ask(kept)).isEqualTo("1");
        assertThat(preau.api("parent.sevres").get(INBOX).status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void inTheMiddleOfMailing() throws Exception {
        MailedGuardians guardians = new MailedGuardians(preau);
        int told = guardians.tell();
        smtp.awaitMails(told / 3);

        preau.killAndStartAgain(guardians::letLeasesEnd);

        assertThat(smtp.mailed()).as("in the middle").hasSizeLessThan(told);
        smtp.awaitMails(told - 1);
        guardians.awaitEnded();
        assertThat(smtp.mailed()).as("twice").doesNotHaveDuplicates();
        assertThat(Stream.concat(smtp.mailed().stream(), guardians.uncertain().stream()).distinct())
                .as("missed")
                .hasSize(told);
    }

    @Test
    @Order(3)
    void inTheMiddleOfAScript() throws Exception {
        Connection held = hold(HERE + "communication_letter");
        jar.replaceByVersion("1.2.0", LABELS);
        awaitAnswer(
                "SELECT COUNT(*) FROM "
                        + HERE
                        + "communication_schema_steps WHERE statement = 3 AND NOT done",
                "1");

        killWhileHeld(held);

        awaitAnswer(LABELLED, "5");
        awaitVersion("communication", "1.2.0");
        assertThat(ask("SELECT GROUP_CONCAT(name) FROM " + HERE + "communication_label"))
                .isEqualTo("Urgent,À lire");
        assertThat(preau.api("parent.sevres").get(INBOX).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void inTheMiddleOfAStart() throws Exception {
        Path modules = preau.installation().folder().plugins();
        GardenBundle.version("1.0.0").into(modules, "garden.jar");
        awaitVersion("garden", "1.0.0");
        GardenBundle.version("2.0.0")
                .with("{ java.util.concurrent.locks.LockSupport.park(); }")
                .into(modules, "garden.jar");
        await().atMost(TAKEN).until(() -> threads().contains("garden.Garden.<init>"));

        killWhileHeld();

        awaitVersion("garden", "1.0.0");
        assertThat(preau.api("departement").get("/departement/catalogue/garden").body())
                .contains("\"2.0.0\"", "25");
        GardenBundle.version("2.0.1").into(modules, "garden.jar");
        awaitVersion("garden", "2.0.1");
    }

    private String threads() throws IOException {
        Process dump =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(preau.node().pid()),
                                "Thread.print")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader lines = dump.inputReader(StandardCharsets.UTF_8)) {
            return String.join("\n", lines.lines().toList());
        }
    }

    @Test
    @Order(5)
    void inTheMiddleOfTakingTablesBack() throws Exception {
        Connection held = hold(HERE + "communication_letter");
        Visitor operator = preau.api("departement");
        String before = preau.release("communication", "1.1.0");
        operator.json("POST", COMMUNICATION + "/release", "{\"release\": \"" + before + "\"}");
        awaitAnswer(
                "SELECT COUNT(*) FROM "
                        + HERE
                        + "communication_schema_undo_steps WHERE statement = 2 AND NOT done",
                "1");

        killWhileHeld(held);

        awaitVersion("communication", "1.1.0");
        awaitAnswer(UNLABELLED, "5");
        assertThat(
                        ask(
                                "SELECT COUNT(*) FROM information_schema.columns"
                                        + " WHERE table_name = 'communication_label'"
                                        + " OR table_name = 'communication_letter'"
                                        + " AND column_name = 'label'"))
                .isEqualTo("0");
        assertThat(preau.api("parent.sevres").get(INBOX).status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void inTheMiddleOfASwitchAndOfARemoval() throws Exception {
        Visitor operator = preau.api("departement");
        Visitor other = preau.api("departement");
        String removal = COMMUNICATION + "/removal";
        String current = operator.get(removal).json().getString("release");
        Connection held = hold("preau_platform.module_desired");
        Connection state = hold("preau_platform.module_state");
        List<CompletableFuture<Reply>> asked =
                List.of(
                        CompletableFuture.supplyAsync(
                                () ->
                                        operator.json(
                                                "POST",
                                                removal,
                                                "{\"release\": \"" + current + "\"}")),
                        CompletableFuture.supplyAsync(
                                () -> other.json("PUT", SWITCH, "{\"enabled\": false}")));
        await().atMost(TAKEN)
                .until(
                        () ->
                                threads().contains("DesiredModules.remove")
                                        && threads().contains("ModuleStates.switchModule"));

        killWhileHeld(held, state);

        asked.forEach(
                reply ->
                        assertThat(reply)
                                .failsWithin(TAKEN)
                                .withThrowableThat()
                                .withRootCauseInstanceOf(IOException.class));
        assertThat(preau.api("parent.sevres").get(INBOX).status())
                .as("nothing half")
                .isEqualTo(200);
        awaitVersion("communication", "1.1.0");
        assertThat(
                        ask(
                                "SELECT COUNT(*) FROM preau_platform.audit_entry WHERE act IN"
                                        + " ('module-removed', 'module-disabled')"))
                .isEqualTo("0");

        preau.remove("communication");
        assertThat(preau.api("parent.sevres").get(INBOX).status()).isEqualTo(404);
    }
}
