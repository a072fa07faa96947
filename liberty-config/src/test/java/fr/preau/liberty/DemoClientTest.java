package fr.preau.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoClientTest {

    private final AtomicInteger tokens = new AtomicInteger();
    private HttpServer server;

    DemoClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void aServerThatKnowsOnlyItsLastToken() {
        server.createContext(
                "/sign-in",
                call -> answer(call, 200, "{\"token\":\"t" + tokens.incrementAndGet() + "\"}"));
        server.createContext("/departement/colleges", this::colleges);
        server.start();
    }

    private void colleges(HttpExchange call) throws IOException {
        String shown = call.getRequestHeaders().getFirst("Authorization");
        boolean valid = ("Bearer t" + tokens.get()).equals(shown);
        answer(
                call,
                valid ? 200 : 401,
                "{\"totals\":{\"imported\":4,\"refused\":1,\"pupils\":2000}}");
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itSignsInAgainWhenItsTokenHasEnded() throws Exception {
        DemoClient client =
                new DemoClient(
                        URI.create("http://localhost:" + server.getAddress().getPort()), "secret");
        ImportCount expected = new ImportCount(4, 1, 93, 2_000);
        assertThat(client.imports(93)).contains(expected);

        tokens.incrementAndGet();

        assertThat(client.imports(93)).isEmpty();
        assertThat(client.imports(93)).contains(expected);
    }
}
