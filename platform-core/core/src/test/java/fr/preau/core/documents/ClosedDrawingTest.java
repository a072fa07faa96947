package fr.preau.core.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * Trees that no document of ours can be: even if one had an address in it, it would lead nowhere.
 */
class ClosedDrawingTest {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static DrawnPdf draw(String markup) throws Exception {
        Document tree =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8)));
        Deadline deadline = new Deadline(Duration.ofSeconds(30), System::nanoTime);
        return new DrawnPdf(new PdfDrawing(DocumentFonts.ours(), deadline).draw(tree));
    }

    @Test
    void noAddressIsEverFollowed(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p:after{content:'SECRET'}");
        String web = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        String file = secret.toUri().toString();
        StringBuilder body = new StringBuilder();
        for (String address :
                new String[] {web, file, "file:///etc/passwd", "jar:" + file + "!/x"}) {
            body.append("<img alt='image' src='" + address + "'/>")
                    .append("<object data='" + address + "'>objet</object>")
                    .append("<p style=\"background-image: url('" + address + "')\">texte</p>");
        }
        DrawnPdf pdf =
                draw(
                        ("<html lang='fr'><head><title>t</title>"
                                        + "<meta name='description' content='t'/>"
                                        + "<link rel='stylesheet' href='%1$s'/>"
                                        + "<link rel='stylesheet' href='%2$s'/>"
                                        + "<style>@import url('%1$s'); @import url('%2$s');"
                                        + "@font-face { font-family: x; src: url('%1$s'); }"
                                        + "body { font-family: '"
                                        + DocumentFonts.FAMILY
                                        + "' }</style></head><body>%3$s</body></html>")
                                .formatted(web, file, body));

        assertThat(pdf.text()).contains("texte").doesNotContain("SECRET", "root:");
        assertThat(pdf.pictures()).isZero();
        assertThat(asked).hasValue(0);
    }
}
