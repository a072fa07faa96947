package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every script a page loads is one that the Safari 12 of the schools' old tablets can read. */
class ScriptsTest {

    private static final Pattern SCRIPT = Pattern.compile("<script src=\"([^\"?]*)[^\"]*\"");

    /** What came to JavaScript after Safari 12, as far as a text shows it. */
    private static final Pattern TOO_NEW =
            Pattern.compile(
                    "\\?\\.(?![0-9])" // optional chaining
                            + "|\\?\\?" // nullish coalescing
                            + "|(\\|\\||&&)=" // logical assignment
                            + "|[0-9]n\\b" // big integers
                            + "|\\bstatic\\s*\\{|[{;,]\\s*#[a-z]" // private parts of classes
                            + "|\\.(flatMap|flat|matchAll|replaceAll|at|allSettled|fromEntries"
                            + "|replaceChildren)\\(");

    private static final Map<String, String> SCRIPTS =
            SCRIPT.matcher(String.valueOf(new Examples().documents().get("modules")))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toMap(address -> address, ScriptsTest::served));

    private static String served(String address) {
        try {
            if (address.startsWith("/assets/")) {
                return Files.readString(Path.of("src/main/webapp" + address), UTF_8);
            }
            try (InputStream in =
                    ScriptsTest.class.getResourceAsStream("/META-INF/resources" + address)) {
                return new String(in.readAllBytes(), UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPageLoadsHtmxAndOurOwnFewLines() {
        assertThat(SCRIPTS.keySet())
                .containsExactlyInAnyOrder(
                        "/webjars/htmx.org/1.9.12/dist/htmx.min.js", "/assets/preau.js");
        assertThat(SCRIPTS.get("/assets/preau.js")).hasSizeLessThan(4_000);
    }

    @Test
    void theSchoolsOldTabletsReadAllOfThem() {
        SCRIPTS.forEach(
                (address, script) -> {
                    String code = withoutStrings(script);
                    List<String> found =
                            TOO_NEW.matcher(code)
                                    .results()
                                    .map(match -> around(code, match.start()))
                                    .toList();
                    assertThat(found).as(address).isEmpty();
                });
    }

    @Test
    void theEditorIsReadByThemTooAndHasItsMeasure() throws IOException {
        String editor = Files.readString(Path.of("target/editor/editor.js"), UTF_8);

        assertThat(TOO_NEW.matcher(withoutStrings(editor)).results().map(match -> match.group()))
                .isEmpty();
        assertThat(editor).hasSizeLessThan(230_000).doesNotContain("eval(", "new Function");
    }

    @Test
    void theLineOfACanteenIsReadByThemTooAndHasItsMeasure() throws IOException {
        for (String name : List.of("line.js", "line-sw.js")) {
            String script = Files.readString(Path.of("src/main/webapp/assets", name), UTF_8);

            assertThat(
                            TOO_NEW.matcher(withoutStrings(script))
                                    .results()
                                    .map(match -> match.group()))
                    .as(name)
                    .isEmpty();
            assertThat(script)
                    .as(name)
                    .hasSizeLessThan(30_000)
                    .doesNotContain("eval(", "new Function", "innerHTML");
        }
    }

    @Test
    void theRuleKnowsWhatTheyDoNotRead() {
        for (String line : List.of("a?.b", "a ?? b", "a ||= b", "x.replaceAll(", "a?.[0]", "1n")) {
            assertThat(TOO_NEW.matcher(line).find()).as(line).isTrue();
        }
        for (String line : List.of("a?.5:1", "a ? b : c", "x.replace(", "a || b")) {
            assertThat(TOO_NEW.matcher(line).find()).as(line).isFalse();
        }
    }

    /** Texts and comments may hold what they like. */
    private static String withoutStrings(String script) {
        return script.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\"(?:\\\\.|[^\"\\\\\\n])*\"", "\"\"")
                .replaceAll("'(?:\\\\.|[^'\\\\\\n])*'", "''");
    }

    private static String around(String code, int place) {
        return code.substring(Math.max(0, place - 30), Math.min(code.length(), place + 30));
    }
}
