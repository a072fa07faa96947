package fr.preau.portal.look;

import static fr.preau.portal.look.Examples.draw;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.page.Field;
import fr.preau.api.page.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that somebody types becomes more than the few elements of a text, as a browser would read
 * the page.
 */
class HostileTextTest {

    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "p", Set.of(),
                    "br", Set.of(),
                    "strong", Set.of("class"),
                    "em", Set.of(),
                    "ul", Set.of(),
                    "ol", Set.of("start"),
                    "li", Set.of(),
                    "blockquote", Set.of(),
                    "a", Set.of("href", "rel"),
                    "span", Set.of("class"));

    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final Parts parts = new Examples().parts;

    static List<String> hostile() throws IOException {
        try (InputStream texts = HostileTextTest.class.getResourceAsStream("hostile-texts.txt")) {
            return new String(texts.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HostileTextTest::unescaped)
                    .toList();
        }
    }

    private static String unescaped(String line) {
        return UNICODE.matcher(line)
                .replaceAll(one -> Character.toString(Integer.parseInt(one.group(1), 16)))
                .translateEscapes();
    }

    /** The same text wherever in a text it can stand. */
    private static Stream<String> everywhere(String typed) {
        return Stream.of(
                typed,
                "**" + typed + "**",
                "Bonjour *" + typed + "* !",
                "- " + typed + "\n  - " + typed + "\n1. " + typed,
                "> " + typed + "\n> > " + typed,
                "[" + typed + "](https://a.example)",
                "[a](" + typed + ")",
                "[a](https://a.example/" + typed + ")",
                "[a](mailto:" + typed + ")",
                "https://a.example/" + typed,
                "\\" + typed + "\n\\" + typed);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatIsDrawnIsNothingButAText(String typed) {
        everywhere(typed)
                .forEach(
                        text -> {
                            Element body = Jsoup.parse(draw(parts.richText(text))).body();
                            assertThat(body.children()).as(text).hasSize(1);
                            assertText(text, body.child(0));
                        });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theFieldHoldsWhatWasTypedAndNothingElseComesOfIt(String typed) {
        everywhere(typed)
                .forEach(
                        text -> {
                            Field field = Field.text("text", "Message", text, 5);
                            Element body = Jsoup.parse(draw(parts.richField(field))).body();
                            assertThat(body.children()).as(text).hasSize(1);
                            Element area = body.expectFirst("textarea");
                            assertThat(area.wholeText().replace("\uFFFD", "\u0000"))
                                    .isEqualTo(text);
                            assertText(text, body.expectFirst("template"));
                        });
    }

    private static void assertText(String typed, Element text) {
        for (Element element : text.select("> *, > * *")) {
            assertThat(ALLOWED).as(element + " of " + typed).containsKey(element.tagName());
            Set<String> allowed = ALLOWED.getOrDefault(element.tagName(), Set.of());
            assertThat(element.attributes().asList())
                    .as(typed)
                    .extracting(Attribute::getKey)
                    .allMatch(allowed::contains);
            if (element.tagName().equals("a")) {
                assertThat(element.attr("rel")).isEqualTo("noopener noreferrer nofollow");
                assertThat(element.attr("href"))
                        .as(typed)
                        .matches(
                                "(?s)https?://[a-z0-9.-]+(:[0-9]+)?([/?#].*)?|mailto:[\\w.+-]+@[\\w.-]+");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "> ",
                "- ",
                "**",
                "*a ",
                "[a](https://a.example) ",
                "<b><i>",
                "</p>",
                "<svg>",
                "<math><mtext>"
            })
    void tenThousandOneInTheOtherMakeNoDeepPage(String piece) {
        Element body = Jsoup.parse(draw(parts.richText(piece.repeat(10_000) + "a"))).body();

        assertText(piece, body.child(0));
        assertThat(body.select("*")).allMatch(element -> element.parents().size() < 15);
    }

    @Test
    void fiveMegabytesAreDrawnInSeconds() {
        String text = "<img src=x onerror=alert(1)> **a** [b](https://a.example)\n".repeat(90_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(draw(parts.richText(text))).doesNotContain("<img"));
    }

    @Test
    void thereAreSeveralTimesSixtyOfThem() throws IOException {
        assertThat(hostile()).doesNotHaveDuplicates().hasSizeGreaterThan(120);
    }
}
