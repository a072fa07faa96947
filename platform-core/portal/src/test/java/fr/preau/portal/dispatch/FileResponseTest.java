package fr.preau.portal.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.files.Download;
import fr.preau.core.files.OutgoingFile;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a file goes out, and what a browser may do with it. */
class FileResponseTest {

    private static final String DIGEST = "ab".repeat(32);

    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;
    private int visitsToTheDatabase;

    private final RouteCall.Place place =
            new RouteCall.Place() {
                @Override
                public <T> T run(Supplier<T> work) {
                    visitsToTheDatabase++;
                    return work.get();
                }
            };

    private static OutgoingFile photo(boolean shown, String name) {
        byte[][] pieces = {"abc".getBytes(UTF_8), "de".getBytes(UTF_8)};
        return new OutgoingFile(
                name,
                "image/jpeg",
                5,
                DIGEST,
                shown,
                number -> number < 2 ? Optional.of(pieces[number]) : Optional.empty());
    }

    private void send(OutgoingFile file, String method, @Nullable String ifNoneMatch)
            throws Exception {
        Exchange exchange =
                new Exchange(
                        request(method, ifNoneMatch),
                        response(),
                        new Visit("/c/sevres/lost-and-found/photo", false, "trace"),
                        token -> false);
        FileResponse.send(exchange, file, place);
    }

    private static HttpServletRequest request(String method, @Nullable String ifNoneMatch) {
        return (HttpServletRequest)
                Proxy.newProxyInstance(
                        FileResponseTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, called, arguments) ->
                                switch (called.getName()) {
                                    case "getMethod" -> method;
                                    case "getHeader" ->
                                            arguments[0].equals("If-None-Match")
                                                    ? ifNoneMatch
                                                    : null;
                                    default -> throw new UnsupportedOperationException();
                                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        FileResponseTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, called, arguments) -> {
                            switch (called.getName()) {
                                case "setHeader" ->
                                        headers.put((String) arguments[0], (String) arguments[1]);
                                case "setContentType" ->
                                        headers.put("Content-Type", (String) arguments[0]);
                                case "setContentLengthLong" ->
                                        headers.put("Content-Length", arguments[0].toString());
                                case "setStatus" -> status = (int) arguments[0];
                                case "getOutputStream" -> {
                                    return out();
                                }
                                default -> throw new UnsupportedOperationException();
                            }
                            return null;
                        });
    }

    private ServletOutputStream out() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Test
    void aPictureIsShownToItsPersonAndDoesNothingElse() throws Exception {
        send(photo(true, "gant.jpg"), "GET", null);

        assertThat(status).isEqualTo(200);
        assertThat(body.toString(UTF_8)).isEqualTo("abcde");
        assertThat(headers)
                .containsEntry("Content-Type", "image/jpeg")
                .containsEntry("Content-Length", "5")
                .containsEntry("Cache-Control", "private, no-cache")
                .containsEntry("Vary", "Cookie")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsEntry("ETag", "\"" + DIGEST + "-shown\"")
                .containsEntry(
                        "Content-Disposition",
                        "inline; filename=\"gant.jpg\"; filename*=UTF-8''gant.jpg");
        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'none'");
    }

    @Test
    void eachPieceIsFetchedByItself() throws Exception {
        send(photo(true, "gant.jpg"), "GET", null);

        assertThat(visitsToTheDatabase).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"TAG\"", "W/\"TAG\"", "\"other\", \"TAG\"", "*"})
    void whatABrowserHasAlreadyIsNotSentAgain(String known) throws Exception {
        send(photo(false, "gant.jpg"), "GET", known.replace("TAG", DIGEST));

        assertThat(status).isEqualTo(304);
        assertThat(body.size()).isZero();
        assertThat(visitsToTheDatabase).isZero();
        assertThat(headers)
                .containsEntry("ETag", "\"" + DIGEST + "\"")
                .containsEntry("Cache-Control", "private, no-cache")
                .doesNotContainKeys("Content-Type", "Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "", "TAG", "\"TAG-shown\""})
    void whatItHasNotIsSent(String known) throws Exception {
        send(photo(false, "gant.jpg"), "GET", known.replace("TAG", DIGEST));

        assertThat(status).isEqualTo(200);
        assertThat(body.size()).isEqualTo(5);
    }

    @Test
    void aQuestionAboutAFileIsAnsweredWithoutIt() throws Exception {
        send(photo(true, "gant.jpg"), "HEAD", null);

        assertThat(status).isEqualTo(200);
        assertThat(headers).containsEntry("Content-Length", "5");
        assertThat(body.size()).isZero();
        assertThat(visitsToTheDatabase).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gant été.jpg | \"gant ete.jpg\" | gant%20%C3%A9t%C3%A9.jpg",
                "a\"b;c.jpg | \"a_b_c.jpg\" | a%22b%3Bc.jpg",
                "'%0D%0A.jpg' | \"_0D_0A.jpg\" | %250D%250A.jpg",
                "🧤.jpg | \"_.jpg\" | %F0%9F%A7%A4.jpg",
                "صورة.jpg | \"____.jpg\" | %D8%B5%D9%88%D8%B1%D8%A9.jpg"
            })
    void aNameIsSavedAsItIsAndBreaksNoHeader(String name, String simple, String extended)
            throws Exception {
        send(photo(false, name), "GET", null);

        assertThat(headers.get("Content-Disposition"))
                .isEqualTo("attachment; filename=" + simple + "; filename*=UTF-8''" + extended)
                .matches("\\p{ASCII}*")
                .doesNotContain("\r", "\n");
    }

    @Test
    void aFileThatIsDeletedMeanwhileIsNotPassedOffAsWhole() {
        OutgoingFile gone =
                new OutgoingFile("a.jpg", "image/jpeg", 5, DIGEST, true, n -> Optional.empty());

        assertThatThrownBy(() -> send(gone, "GET", null)).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @CsvSource({"page.html, text/html", "plan.svg, image/svg+xml", "liste.csv, text/csv"})
    void whatAModuleMakesIsSavedWhateverItIs(String name, String type) throws Exception {
        String content =
                switch (type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)) {
                    case "html" -> "<!DOCTYPE html><html></html>";
                    case "csv" -> "nom;classe\n";
                    default -> "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
                };
        Download made = Download.save(name, content.getBytes(UTF_8));

        send(OutgoingFile.made((Download.Made) made), "GET", null);

        assertThat(headers).containsEntry("Content-Type", type);
        assertThat(headers.get("Content-Disposition")).startsWith("attachment;");
        assertThat(body.toString(UTF_8)).isEqualTo(content);
    }
}
