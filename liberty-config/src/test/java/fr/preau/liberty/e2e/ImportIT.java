package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedMariaDb;
import fr.preau.liberty.Installation;
import fr.preau.liberty.InventedDeliveries;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A broken delivery of a collège where people are, and the good one put back. */
@ExtendWith(RunningPreau.class)
class ImportIT {

    private static final String BROKEN = "ENT_Complet_20261101_Eleve_0000.xml";

    private static final String LOGIN_OF_A_TEACHER =
            "SELECT a.login FROM account a JOIN membership m ON m.account_id = a.id JOIN college c"
                    + " ON c.uai = m.uai WHERE c.slug = 'chaville' AND m.profile = 'TEACHER' AND"
                    + " a.password_hash IS NULL ORDER BY a.login LIMIT 1";

    private final Preau preau;
    private final Visitor operator;
    private final Path place;
    private final Path good;
    private final String login;

    ImportIT(Preau preau) throws SQLException {
        this.preau = preau;
        this.operator = preau.api("departement");
        Path deliveries = preau.installation().folder().deliveries();
        this.place = deliveries.resolve(chaville().getString("uai"));
        this.good = deliveries.resolve(".good");
        this.login = ask(LOGIN_OF_A_TEACHER);
    }

    @BeforeEach
    void aTeacherOfChavilleHasThePasswordOfTheDemo() throws SQLException {
        change(
                "UPDATE account a JOIN account demo ON demo.login = 'eleve.sevres'"
                        + " SET a.password_hash = demo.password_hash WHERE a.login = ?");
    }

    @AfterEach
    void asItWas() throws Exception {
        if (Files.exists(good)) {
            putBack();
        }
        awaitState("DONE");
        change("DELETE FROM session WHERE account_id = (SELECT id FROM account WHERE login = ?)");
        change("UPDATE account SET password_hash = NULL WHERE login = ?");
    }

    @Test
    void aBrokenDeliveryIsRefusedWithFileAndLineAndHarmsNobody() throws Exception {
        JsonObject before = chaville();
        long rows = metric("preau_import_rows_total");
        long done = metric("preau_imports_seconds_count\\{[^}]*end=\"done\"[^}]*}");
        Path broken = brokenCopy();

        Files.move(place, good);
        Files.move(broken, place);
        awaitState("REFUSED");

        assertThat(imported().getString("message"))
                .matches(Pattern.quote(BROKEN) + ", ligne \\d+ : le fichier est tronqué");
        assertThat(chaville().getInt("pupils")).isEqualTo(before.getInt("pupils")).isPositive();
        assertThat(preau.browser("departement").page("/departement/colleges").body())
                .contains(imported().getString("message"))
                .contains("refusé");
        Visitor teacher = preau.nobody();
        assertThat(teacher.typed(login, InventedDeliveries.PASSWORD).status()).isEqualTo(200);
        assertThat(teacher.withToken(login).get("/").body()).contains("chaville");

        putBack();
        awaitState("DONE");
        assertThat(metric("preau_import_rows_total")).isEqualTo(rows);
        assertThat(metric("preau_imports_seconds_count\\{[^}]*end=\"done\"[^}]*}"))
                .isEqualTo(done + 1);
        assertThat(chaville().getInt("pupils")).isEqualTo(before.getInt("pupils"));
    }

    private Path brokenCopy() throws IOException {
        Path copy = Files.createDirectory(place.resolveSibling(".broken"));
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        byte[] pupils = Files.readAllBytes(copy.resolve(BROKEN));
        Files.write(copy.resolve(BROKEN), Arrays.copyOf(pupils, pupils.length / 2));
        return copy;
    }

    private void putBack() throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(place);
        }
        Files.move(good, place);
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> imported().getString("state").equals(state));
    }

    private JsonObject imported() {
        return chaville().getJsonObject("imported");
    }

    private JsonObject chaville() {
        List<JsonObject> colleges =
                operator.get("/departement/colleges")
                        .json()
                        .getJsonArray("colleges")
                        .getValuesAs(JsonObject.class);
        return colleges.stream()
                .filter(college -> college.getString("slug").equals(RunningPreau.ELSEWHERE))
                .findFirst()
                .orElseThrow();
    }

    private long metric(String name) {
        Visitor nobody = preau.nobody();
        Matcher line =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([0-9.E]+)$")
                        .matcher(nobody.send(nobody.to("/metrics").GET()).body());
        return line.find() ? (long) Double.parseDouble(line.group(1)) : 0;
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = platform();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = platform();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, login);
            statement.executeUpdate();
        }
    }

    private Connection platform() throws SQLException {
        Installation installation = preau.installation();
        Connection connection =
                installation
                        .database()
                        .connect(
                                EmbeddedMariaDb.SCHEMA_USER,
                                installation.folder().secret("schema"));
        connection.setCatalog("preau_platform");
        return connection;
    }
}
