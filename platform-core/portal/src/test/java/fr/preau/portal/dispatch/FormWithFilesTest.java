package fr.preau.portal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.route.Callers;
import fr.preau.api.route.Refusal;
import fr.preau.core.files.FileLimits;
import fr.preau.core.files.FileSpool;
import fr.preau.core.files.SentFile;
import fr.preau.core.identity.SignedIn;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every form holds for one with files. */
class FormWithFilesTest {

    private static final String ADDRESS = "/c/sevres/lost-and-found/items";
    private static final byte[] TEXT = "un gant rouge".getBytes(UTF_8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static AMultipartForm form(String token) {
        return new AMultipartForm()
                .file("photo", "note.txt", TEXT)
                .field("title", "Gant rouge")
                .field("_token", token);
    }

    private static Exchange exchange(byte[] body, long declaredLength, boolean known) {
        Visit visit = new Visit(ADDRESS, false, "trace");
        if (known) {
            UUID claire = UUID.randomUUID();
            visit.isOf(new SignedIn(claire, claire, "x", "Claire", "Moreau", false, List.of()));
        }
        Exchange exchange =
                new Exchange(
                        request(body, declaredLength),
                        (HttpServletResponse)
                                Proxy.newProxyInstance(
                                        FormWithFilesTest.class.getClassLoader(),
                                        new Class<?>[] {HttpServletResponse.class},
                                        (proxy, called, arguments) -> null),
                        visit,
                        "right"::equals);
        exchange.cameByCookie();
        return exchange;
    }

    private static HttpServletRequest request(byte[] body, long declaredLength) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        FormWithFilesTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, called, arguments) ->
                                switch (called.getName()) {
                                    case "getMethod" -> "POST";
                                    case "getRequestURI" -> ADDRESS;
                                    case "getQueryString" -> "page=2";
                                    case "getContentType" -> AMultipartForm.contentType();
                                    case "getContentLengthLong" -> declaredLength;
                                    case "getInputStream" -> stream(body);
                                    default -> null;
                                });
    }

    private static ServletInputStream stream(byte[] body) {
        InputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private FileSpool spool() {
        return new FileSpool(folder, FileLimits.USUAL);
    }

    private static SentFile photo(Exchange exchange) {
        return requireNonNull(exchange.files().get("photo")).get(0);
    }

    @Test
    void itsFieldsAndItsFilesAreRead() throws Exception {
        Exchange exchange = exchange(form("right").bytes(), -1, true);
        try (FileSpool spool = spool()) {
            exchange.readInput(spool);

            assertThat(exchange.input())
                    .isEqualTo(
                            Map.of(
                                    "page", List.of("2"),
                                    "title", List.of("Gant rouge"),
                                    "_token", List.of("right")));
            try (InputStream content = requireNonNull(photo(exchange).upload()).open()) {
                assertThat(content.readAllBytes()).isEqualTo(TEXT);
            }
        }
    }

    @Test
    void whoeverMayNotHaveFilesGetsTheRestOfTheForm() throws Exception {
        Exchange exchange = exchange(form("right").bytes(), -1, true);
        try (FileSpool spool = spool()) {
            exchange.readInput(spool);
            exchange.withholdFiles();
        }
        assertThat(exchange.files()).isEmpty();
        assertThat(exchange.input()).containsEntry("title", List.of("Gant rouge"));
    }

    @Test
    void itNeedsTheTokenOfOurForms() throws Exception {
        Exchange ours = exchange(form("right").bytes(), -1, true);
        Exchange foreign = exchange(form("wrong").bytes(), -1, true);
        try (FileSpool spool = spool()) {
            ours.readInput(spool);
            foreign.readInput(spool);
        }

        assertThatCode(() -> OwnForms.require(ours, Callers.signedIn())).doesNotThrowAnyException();
        assertThatThrownBy(() -> OwnForms.require(foreign, Callers.signedIn()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(OwnForms.STALE));
    }

    @Test
    void whenItsSessionIsOverItsTextIsKeptAndItsFilesAreToldAsLost() throws Exception {
        Exchange exchange = exchange(form("wrong").bytes(), -1, false);
        try (FileSpool spool = spool()) {
            exchange.readInput(spool);
        }

        assertThat(photo(exchange).upload()).as("nobody is there to take it for").isNull();
        assertThat(LateForms.of(exchange))
                .hasValueSatisfying(
                        kept -> {
                            assertThat(kept.texts()).containsExactly("Gant rouge");
                            assertThat(kept.lostFiles()).containsExactly("note.txt");
                        });
    }

    @Test
    void aLengthThatIsTooLargeIsRefusedBeforeAnythingIsRead() {
        Exchange exchange = exchange(new byte[0], 25_000_001, true);

        assertThatThrownBy(
                        () -> {
                            try (FileSpool spool = spool()) {
                                exchange.readInput(spool);
                            }
                        })
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(413);
                            assertThat(refusal.type()).isEqualTo("files-too-large");
                            assertThat(refusal.arguments()).containsExactly(25L);
                        });
    }
}
