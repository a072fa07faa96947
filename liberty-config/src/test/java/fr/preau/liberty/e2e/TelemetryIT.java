package fr.preau.liberty.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import fr.preau.liberty.LibertyNode;
import fr.preau.liberty.e2e.RunningPreau.Preau;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Spans of a node that exports them to a collector. */
@ExtendWith(RunningPreau.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryIT {

    private static final String INBOX = "/c/sevres/communication/messages";

    /** What the collector was sent; the text in it is readable as it is. */
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    private final Preau preau;
    private final HttpServer collector;
    private final LibertyNode node;

    TelemetryIT(Preau preau) throws IOException {
        this.preau = preau;
        this.collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    received.add(exchange.getRequestBody().readAllBytes());
                    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        this.node =
                preau.anotherNode(
                        "preau-traced",
                        Map.of(
                                "OTEL_SDK_DISABLED",
                                "false",
                                "OTEL_SERVICE_NAME",
                                "preau",
                                "OTEL_EXPORTER_OTLP_PROTOCOL",
                                "http/protobuf",
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "http://127.0.0.1:" + collector.getAddress().getPort(),
                                "OTEL_METRICS_EXPORTER",
                                "none",
                                "OTEL_LOGS_EXPORTER",
                                "none",
                                "OTEL_BSP_SCHEDULE_DELAY",
                                "200"));
    }

    @BeforeAll
    void theNodeIsReady() throws Exception {
        node.awaitReady(Duration.ofMinutes(5), () -> {});
    }

    @AfterAll
    void stop() {
        node.close();
        collector.stop(0);
    }

    private boolean wasSent(String text) {
        return contains(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean contains(byte[] bytes) {
        String wanted = new String(bytes, StandardCharsets.ISO_8859_1);
        return received.stream()
                .anyMatch(sent -> new String(sent, StandardCharsets.ISO_8859_1).contains(wanted));
    }

    @Test
    void aRequestLeavesASpanOfTheCallersTraceThatNamesItsRouteAndNobody() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Visitor parent = preau.api("parent.sevres").movedTo(node.address());

        Reply reply =
                parent.send(
                        parent.to(INBOX)
                                .header("Accept", "application/json")
                                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                                .GET());

        assertThat(reply.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> contains(HexFormat.of().parseHex(trace)));
        assertThat(wasSent("GET /c/{college}/communication/messages")).isTrue();
        assertThat(wasSent("preau.college")).isTrue();
        assertThat(wasSent("sevres")).isTrue();
        assertThat(wasSent("parent.sevres")).isFalse();
        assertThat(wasSent(parent.get("/profile").json().getString("name"))).isFalse();
    }

    @Test
    void aLineOfTheLogLeadsToItsSpan() throws SQLException {
        Visitor parent = preau.api("parent.sevres").movedTo(node.address());

        Reply reply = SlowedCollege.answer(preau, () -> parent.get(INBOX));

        assertThat(reply.status()).isEqualTo(200);
        String trace =
                NodeLog.of(node)
                        .await(
                                line ->
                                        line.getString("message", "")
                                                .startsWith(INBOX + " answered"))
                        .getString("ext_preau_trace");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> contains(HexFormat.of().parseHex(trace)));
    }
}
