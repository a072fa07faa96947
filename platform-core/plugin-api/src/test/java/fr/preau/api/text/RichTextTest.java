package fr.preau.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.text.Block.Bullets;
import fr.preau.api.text.Block.Item;
import fr.preau.api.text.Block.Numbers;
import fr.preau.api.text.Block.Paragraph;
import fr.preau.api.text.Block.Quote;
import fr.preau.api.text.Line.Span;
import fr.preau.api.text.Line.Words;
import fr.preau.api.text.Link.Shown;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    /** The structure of a text in a line that one can compare. */
    private static String read(String typed) {
        return said(RichText.of(typed).blocks());
    }

    private static String said(List<Block> blocks) {
        return blocks.stream().map(RichTextTest::said).collect(Collectors.joining(" "));
    }

    private static String said(Block block) {
        if (block instanceof Paragraph paragraph) {
            return "p(" + lines(paragraph) + ")";
        }
        if (block instanceof Quote quote) {
            return "quote(" + said(quote.blocks()) + ")";
        }
        if (block instanceof Bullets bullets) {
            return "ul(" + items(bullets.items()) + ")";
        }
        Numbers numbers = (Numbers) block;
        return "ol" + numbers.first() + "(" + items(numbers.items()) + ")";
    }

    private static String items(List<Item> items) {
        return items.stream().map(item -> said(item.blocks())).collect(Collectors.joining("; "));
    }

    private static String lines(Paragraph paragraph) {
        return paragraph.lines().stream()
                .map(
                        line ->
                                line.spans().stream()
                                        .map(RichTextTest::said)
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining("/"));
    }

    private static String said(Span span) {
        String words =
                span.words().stream()
                        .map(
                                one ->
                                        (one.strong() ? "B" : "")
                                                + (one.emphasis() ? "I" : "")
                                                + (one.strong() || one.emphasis() ? "{" : "")
                                                + one.text()
                                                + (one.strong() || one.emphasis() ? "}" : ""))
                        .collect(Collectors.joining());
        return span.link() == null
                ? words
                : "<" + words + "|" + span.link().href() + "|" + span.link().shown() + ">";
    }

    private static Link link(String typed) {
        Paragraph only = (Paragraph) RichText.of(typed).blocks().get(0);
        return only.lines().get(0).spans().stream()
                .map(Span::link)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "un **mot** gras # p(un B{mot} gras)",
                "un *mot* penché # p(un I{mot} penché)",
                "***les deux*** # p(BI{les deux})",
                "**a *b* c** # p(B{a }BI{b}B{ c})",
                "**a *b** c* # p(B{a }BI{b}I{ c})",
                "« *Le Cid* », acte I # p(« I{Le Cid} », acte I)",
                "(**important**) # p((B{important}))",
                "**Attention** : fermé # p(B{Attention} : fermé)"
            })
    void starsMeanBoldAndItalics(String typed, String expected) {
        assertThat(read(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 * 4 = 24",
                "2*3*4 = 24",
                "Sortie (*) et repas (*)",
                "prix*, frais* compris",
                "* ",
                "**",
                "****",
                "*****",
                "** pas gras **",
                "un * seul",
                "*obligatoire",
                "un_mot_et _un autre_",
                "[sans adresse]",
                "[a](javascript:alert(1))",
                "[a](data:text/html,x)",
                "[a](//vol.example)",
                "[a](/sent)",
                "[ ](https://vol.example)",
                "[a] (https://vol.example",
                "\\\\serveur\\partage",
                "C:\\Temp\\a",
                "<b>gras</b> &amp; &lt;",
                "-5 degrés",
                "1.5 point",
                "2026. Une année",
                "-",
                "1.",
                "a > b",
                "#titre"
            })
    void whateverElseWasTypedStandsForItself(String typed) {
        assertThat(RichText.of(typed).plain()).isEqualTo(typed);
    }

    @Test
    void anEmptyLineBeginsAParagraphAndALineBreakIsOne() {
        assertThat(read("Bonjour,\n\n\nà demain\nen salle 4"))
                .isEqualTo("p(Bonjour,) p(à demain/en salle 4)");
        assertThat(read("")).isEmpty();
        assertThat(read(" \n \n")).isEmpty();
    }

    @Test
    void linesWithPointsAreAList() {
        assertThat(read("Apporter :\n- un **sac**\n* une gourde\n• un livre\nMerci"))
                .isEqualTo("p(Apporter :) ul(p(un B{sac}); p(une gourde); p(un livre)) p(Merci)");
        assertThat(read("- a\n\n- b\n\nc")).isEqualTo("ul(p(a); p(b)) p(c)");
        assertThat(read("- a\n  suite\n- b")).isEqualTo("ul(p(a/suite); p(b))");
    }

    @Test
    void itemsHaveItemsAsDeepAsAPageCanShow() {
        assertThat(read("- a\n  - b\n    - c\n  - d\n- e"))
                .isEqualTo("ul(p(a) ul(p(b) ul(p(c)); p(d)); p(e))");
        assertThat(read("- a\n  - b\n    - c\n      - d"))
                .isEqualTo("ul(p(a) ul(p(b) ul(p(c/- d))))");
    }

    @Test
    void numbersThatFollowEachOtherAreOneListAndKeepTheirNumbers() {
        assertThat(read("3. a\n4. b\n   - c\n8. d"))
                .isEqualTo("ol3(p(a); p(b) ul(p(c))) ol8(p(d))");
        assertThat(RichText.of("3. a\n7. b").plain()).isEqualTo("3. a\n\n7. b");
    }

    @Test
    void whatOthersSaidIsQuoted() {
        assertThat(read("> Bonjour\n> - a\n>\n>> b\n\nOui"))
                .isEqualTo("quote(p(Bonjour) ul(p(a)) quote(p(b))) p(Oui)");
    }

    @Test
    void aBackslashTakesTheMeaningAway() {
        assertThat(read("\\*pas\\* et \\[a](https://a.example)"))
                .isEqualTo("p(*pas* et [a](<https://a.example|https://a.example|SAID>))");
        assertThat(read("\\- a\n1\\. b\n\\> c\n\\* d")).isEqualTo("p(- a/1. b/> c/* d)");
        assertThat(read("a\\\u2060**b**")).isEqualTo("p(a\\B{b})");
        assertThat(read("an\u2060**ti**\u2060bois")).isEqualTo("p(anB{ti}bois)");
    }

    @Test
    void wordsMayLeadSomewhereAndItIsSaidWhere() {
        assertThat(read("Voir [le **programme**](https://www.sevres.example/a?b=1)."))
                .isEqualTo("p(Voir <le B{programme}|https://www.sevres.example/a?b=1|NAMED>.)");
        assertThat(read("**[a](https://sevres.example)**"))
                .isEqualTo("p(<B{a}|https://sevres.example|NAMED>)");
        assertThat(link("[écrire](mailto:cpe@sevres.example)").site())
                .isEqualTo("cpe@sevres.example");
    }

    @Test
    void wordsThatLookLikeAnotherAddressAreToldApart() {
        for (String words :
                List.of(
                        "www.education.gouv.fr",
                        "https://hauts-de-seine.fr",
                        "hauts-de-seine.fr/a",
                        "a@b.fr",
                        "Hauts-de-Seine.FR",
                        "Préau.fr ")) {
            assertThat(link("[" + words + "](https://vol.example/x)").shown())
                    .as(words)
                    .isEqualTo(Shown.DISGUISED);
        }
        for (String words : List.of("vol.example", "VOL.example", "https://vol.example/ailleurs")) {
            assertThat(link("[" + words + "](https://vol.example/x)").shown())
                    .as(words)
                    .isEqualTo(Shown.SAID);
        }
        assertThat(link("[ici](https://hauts-de-seine.fr@vol.example/x)"))
                .isEqualTo(new Link("https://vol.example/x", "vol.example", Shown.NAMED));
        assertThat(link("[ici](https://www.\u0440reau.example/)").site()).startsWith("www.xn--");
    }

    @Test
    void aWebAddressIsALinkWithoutThePointBehindIt() {
        assertThat(read("Voir https://www.sevres.example/a?b=1. Merci"))
                .isEqualTo(
                        "p(Voir <https://www.sevres.example/a?b=1|https://www.sevres.example/a?b=1|SAID>. Merci)");
        assertThat(read("**https://a.example** et *http://b.example*"))
                .isEqualTo(
                        "p(<B{https://a.example}|https://a.example|SAID> et <I{http://b.example}|http://b.example|SAID>)");
    }

    @Test
    void anAddressEndsBeforeTheBlankThatFrenchSetsBeforeAQuotationMark() {
        assertThat(link("« https://a.example/x\u00a0»").href()).isEqualTo("https://a.example/x");
        assertThat(link("https://a.example/x\u202f!").href()).isEqualTo("https://a.example/x");
        assertThat(link("https://a.example/x\\*").href()).isEqualTo("https://a.example/x");
    }

    @Test
    void onlyTheWebIsLinked() {
        assertThat(read("javascript:alert(1) data:text/html,x ftp://a.example"))
                .isEqualTo("p(javascript:alert(1) data:text/html,x ftp://a.example)");
    }

    @Test
    void whatStandsBeforeAnAtIsNoSiteAndIsNotSentThere() {
        Link link = link("https://hauts-de-seine.fr@vol.example/compte");

        assertThat(link)
                .isEqualTo(new Link("https://vol.example/compte", "vol.example", Shown.DISGUISED));
        assertThat(link("https://a:b@c@vol.example:8443/x").href())
                .isEqualTo("https://vol.example:8443/x");
    }

    @Test
    void whereNobodyCanTellWhereItLeadsNoLinkIsMade() {
        for (String typed :
                List.of(
                        "https://%65vil.example/",
                        "https://-a.example/x",
                        "https://a..b.example/x",
                        "https://@/x",
                        "https://?x=1",
                        "http://[::1]/x")) {
            assertThat(read(typed)).as(typed).isEqualTo("p(" + typed + ")");
            assertThat(read("[a](" + typed + ")")).as(typed).doesNotContain("|");
        }
    }

    @Test
    void withoutMarksOneReadsTheSame() {
        assertThat(
                        RichText.of("**Sortie**\n\n- *sac*\n  1. a\n\n> [oui](https://a.example/x)")
                                .plain())
                .isEqualTo("Sortie\n\n• sac\n  1. a\n\n> oui (https://a.example/x)");
        assertThat(new Words("a", true, false).text()).isEqualTo("a");
    }

    @Test
    void fiveMegabytesSetInTenThousandTimesAreReadToo() {
        String text =
                "> ".repeat(10_000)
                        + "a\n"
                        + "  ".repeat(10_000)
                        + "- b\n"
                        + "x ".repeat(2_500_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(RichText.of(text).blocks()).hasSizeLessThan(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "**a ",
                "*a* ",
                "[",
                "[a](",
                "[a](b",
                "](",
                "> ",
                ">",
                "- ",
                "1. ",
                "\\",
                "\\*",
                "a\n",
                "https://",
                "https://a.example ",
                "\n",
                "  - a\n",
                "[a](https://a.example) ",
                "*a ",
                "[*a](https://a.example/",
                "x@"
            })
    void aFloodOfMarksIsReadInTheTimeOfItsLength(String piece) {
        String text = piece.repeat(300_000 / piece.length());

        Assertions.assertTimeout(
                Duration.ofSeconds(10), () -> assertThat(RichText.of(text).plain()).isNotNull());
    }
}
