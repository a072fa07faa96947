package fr.preau.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.preau.api.web.WebFailed;
import fr.preau.api.web.WebRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HostsOnlyTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HostsOnly web =
            new HostsOnly(client, Set.of("meteo.example.org", "localhost.example", "localhost"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://meteo.example.org/",
                "https://example.org/",
                "https://meteo.example.org.evil.example/",
                "https://meteo.example.org@evil.example/",
                "https://user@meteo.example.org/",
                "https:///nowhere",
                "ftp://meteo.example.org/",
                "file:///etc/passwd",
                "meteo.example.org"
            })
    void whatIsNotHttpsOfANamedServerIsRefused(String address) {
        assertThatThrownBy(() -> web.send(WebRequest.get(URI.create(address))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("manifest names");
    }

    @Test
    void aNameThatPointsIntoOurOwnNetIsRefused() {
        assertThatThrownBy(() -> web.send(WebRequest.get(URI.create("https://localhost:9443/"))))
                .isInstanceOf(WebFailed.class)
                .hasMessageContaining("our own net");
    }

    @Test
    void aServerThatDoesNotAnswerIsAFailureInWords() {
        HostsOnly inside =
                new HostsOnly(
                        client, Set.of("localhost"), new StandIns(), true, Duration.ofSeconds(10));

        assertThatThrownBy(() -> inside.send(WebRequest.get(URI.create("https://localhost:1/"))))
                .isInstanceOf(WebFailed.class)
                .hasMessageContaining("localhost does not answer");
    }

    @Test
    void whoStandsInForAServerIsAskedInItsPlace() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/weather",
                exchange -> {
                    byte[] asked = exchange.getRequestURI().toString().getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, asked.length);
                    exchange.getResponseBody().write(asked);
                    exchange.close();
                });
        server.start();
        try {
            StandIns standIns = new StandIns();
            standIns.put(
                    "meteo.example.org",
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            HostsOnly standing = new HostsOnly(client, Set.of("meteo.example.org"), standIns);

            assertThat(
                            standing.send(
                                            WebRequest.get(
                                                    URI.create(
                                                            "https://meteo.example.org/weather?d=1")))
                                    .text())
                    .isEqualTo("/weather?d=1");
            assertThatThrownBy(
                            () -> standing.send(WebRequest.get(URI.create("https://example.org/"))))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatStopsInTheMiddleOfItsAnswerIsGivenUp() throws Exception {
        CountDownLatch given = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write("half of".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    await(given);
                });
        server.start();
        try {
            StandIns standIns = new StandIns();
            standIns.put(
                    "meteo.example.org",
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            HostsOnly hurried =
                    new HostsOnly(
                            client,
                            Set.of("meteo.example.org"),
                            standIns,
                            false,
                            Duration.ofMillis(300));

            assertThatThrownBy(
                            () ->
                                    hurried.send(
                                            WebRequest.get(
                                                    URI.create("https://meteo.example.org/"))))
                    .isInstanceOf(WebFailed.class);
        } finally {
            given.countDown();
            server.stop(0);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aNameThatNobodyHasIsAFailureInWords() {
        HostsOnly nobody = new HostsOnly(client, Set.of("nobody.invalid"));

        assertThatThrownBy(() -> nobody.send(WebRequest.get(URI.create("https://nobody.invalid/"))))
                .isInstanceOf(WebFailed.class)
                .hasMessageContaining("no server is called nobody.invalid");
    }

    @Test
    void aMethodThatNobodyKnowsIsRefused() {
        assertThatThrownBy(
                        () ->
                                new WebRequest(
                                        "CONNECT",
                                        URI.create("https://meteo.example.org/"),
                                        Map.of(),
                                        new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
