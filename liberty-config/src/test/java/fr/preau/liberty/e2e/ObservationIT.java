package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.liberty.FreePort;
import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a node says about itself to whoever runs it: metrics, log, health. */
@ExtendWith(RunningPreau.class)
class ObservationIT {

    private static final String INBOX = "/c/sevres/communication/messages";

    private final Preau preau;

    ObservationIT(Preau preau) {
        this.preau = preau;
    }

    private List<String> metrics() {
        Visitor nobody = preau.nobody();
        return nobody.send(nobody.to("/metrics").GET()).body().lines().toList();
    }

    @Test
    void requestsAreMeasuredByCollegeAndModule() {
        preau.api("parent.sevres").get(INBOX);

        assertThat(metrics())
                .anyMatch(
                        line ->
                                line.startsWith("preau_requests_seconds_count{")
                                        && line.contains("college=\"sevres\"")
                                        && line.contains("module=\"communication\""));
    }

    @Test
    void thePoolsAndTheImportsAreMeasured() {
        assertThat(metrics())
                .anyMatch(
                        line ->
                                line.startsWith("connectionpool_")
                                        && line.contains("=\"jdbc_preau\""))
                .anyMatch(
                        line ->
                                line.startsWith("preau_imports_seconds_count{")
                                        && line.contains("end=\"done\"")
                                        && value(line) >= 3);
    }

    private static double value(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void everyLineOfTheLogIsOneObjectAndNoneTellsOfAWrongConfiguration() throws IOException {
        assertThat(NodeLog.of(preau.node()).lines())
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line.getString("type")).startsWith("liberty_"))
                .extracting(line -> line.getString("message", ""))
                .noneMatch(message -> message.contains("CWWKF0001E"))
                .noneMatch(message -> Pattern.compile("CWWKG\\d{4}[EW]").matcher(message).find());
    }

    @Test
    void aSlowRequestIsLoggedWithItsCollegeItsAccountAndItsTraceAndWithoutAName() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        Visitor parent = preau.api("parent.sevres");

        Reply reply =
                SlowedCollege.answer(
                        preau,
                        () ->
                                parent.send(
                                        parent.to(INBOX)
                                                .header("Accept", "application/json")
                                                .header("traceparent", traceparent(trace))
                                                .GET()));

        assertThat(reply.status()).isEqualTo(200);
        JsonObject line =
                NodeLog.of(preau.node())
                        .await(l -> l.getString("ext_preau_trace", "").equals(trace));
        assertThat(line.getString("ext_preau_college")).isEqualTo("sevres");
        assertThat(line.getString("ext_preau_account")).hasSize(36);
        assertThat(line.getString("loglevel")).isEqualTo("WARNING");
        assertThat(line.getString("message")).contains(INBOX + " answered 200 after ");
        assertThat(line.toString())
                .doesNotContain(preau.person("parent.sevres").login())
                .doesNotContain(displayName(parent));
    }

    private static String displayName(Visitor visitor) {
        return visitor.get("/profile").json().getString("name");
    }

    private static String traceparent(String trace) {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }

    @Test
    void anAddressThatNamesNoCollegeIsNotLoggedAsOne() throws Exception {
        String trace = "1af7651916cd43dd8448eb211c80319c";
        Visitor nobody = preau.nobody();

        nobody.send(
                nobody.to("/c/awa-martin/communication/messages")
                        .header("traceparent", traceparent(trace))
                        .GET());

        assertThat(metrics()).noneMatch(line -> line.contains("awa-martin"));
        assertThat(NodeLog.of(preau.node()).lines())
                .noneMatch(line -> line.getString("ext_preau_college", "").equals("awa-martin"));
    }

    @Test
    void aNodeWithoutItsDatabaseSaysThatItIsNotReady() throws Exception {
        try (LibertyNode alone =
                preau.anotherNode(
                        "preau-alone",
                        Map.of("PREAU_DB_PORT", Integer.toString(FreePort.find())))) {
            Visitor nobody = preau.nobody().movedTo(alone.address());
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> nobody.get("/health/live").status() == 200);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () ->
                                    NodeLog.of(alone).lines().stream()
                                            .anyMatch(
                                                    l ->
                                                            l.getString("message", "")
                                                                    .contains("CWWKZ000")));

            Reply ready = nobody.get("/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().getString("status")).isEqualTo("DOWN");
        }
    }
}
