package fr.preau.core.notices.push;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service that keeps what it got for its browsers, and answers as a test says. */
final class PlayedPushService implements AutoCloseable {

    /** What came for a browser. */
    record Got(String browser, String text, Map<String, String> headers) {}

    private final HttpServer server;
    private final Map<String, PlayedBrowser> browsers = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final List<Got> got = new CopyOnWriteArrayList<>();

    PlayedPushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext(
                "/",
                exchange -> {
                    String name = exchange.getRequestURI().getPath().substring(1);
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    int answer = answers.getOrDefault(name, 201);
                    if (answer == 201) {
                        Map<String, String> headers = new ConcurrentHashMap<>();
                        exchange.getRequestHeaders()
                                .forEach(
                                        (header, values) ->
                                                headers.put(
                                                        header.toLowerCase(Locale.ROOT),
                                                        values.get(0)));
                        PlayedBrowser browser = browsers.get(name);
                        got.add(
                                new Got(
                                        name,
                                        browser == null
                                                ? "?"
                                                : new String(
                                                        browser.decrypted(body),
                                                        StandardCharsets.UTF_8),
                                        headers));
                    }
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        server.start();
    }

    /** A browser that is subscribed here. */
    PlayedBrowser browser(String name) {
        PlayedBrowser browser =
                new PlayedBrowser("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        browsers.put(name, browser);
        return browser;
    }

    /** From now on a browser's messages are answered so. */
    void answers(String name, int status) {
        answers.put(name, status);
    }

    List<Got> got() {
        return List.copyOf(got);
    }

    PushServices itself() {
        String own = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return endpoint -> endpoint.startsWith(own);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
