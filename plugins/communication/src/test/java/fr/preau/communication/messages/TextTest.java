package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.communication.messages.LinkedText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void lineBreaksAreKeptAndWhatNobodySeesIsNot() {
        assertThat(MessageText.clean("\u0000 Bonjour,\r\n\r\nà\u0007 demain\u202E !\u001b "))
                .isEqualTo("Bonjour,\n\nà demain !");
    }

    @Test
    void anAccentTypedInTwoPartsIsTheSameAsInOne() {
        assertThat(Subject.clean("Re\u0301union")).isEqualTo("Réunion");
    }

    @Test
    void aSubjectIsOneLine() {
        assertThat(Subject.clean(" Sortie\r\nau  musée\t")).isEqualTo("Sortie au musée");
    }

    @Test
    void halfACharacterIsDropped() {
        assertThat(MessageText.clean("a\uD83Db")).isEqualTo("ab");
        assertThat(MessageText.clean("😀")).isEqualTo("😀");
    }

    @Test
    void whatWasNotCheckedIsNoText() {
        assertThatThrownBy(() -> new MessageText(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subject("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subject("a".repeat(151)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWebAddressIsALinkWithoutThePointBehindIt() {
        assertThat(LinkedText.of("Voir https://www.sevres.example/a?b=1. Merci").lines())
                .containsExactly(
                        List.of(
                                new Piece("Voir ", null, null),
                                new Piece(
                                        "https://www.sevres.example/a?b=1",
                                        "https://www.sevres.example/a?b=1",
                                        null),
                                new Piece(". Merci", null, null)));
    }

    @Test
    void onlyTheWebIsLinked() {
        assertThat(LinkedText.of("javascript:alert(1) data:text/html,x ftp://a.example").lines())
                .allSatisfy(line -> assertThat(line).allMatch(piece -> piece.href() == null));
    }

    private static Piece link(String typed) {
        return LinkedText.of(typed).lines().get(0).get(1);
    }

    @Test
    void whatStandsBeforeAnAtIsNoSiteAndIsNotSentThere() {
        Piece link = link("https://hauts-de-seine.fr@vol.example/compte");

        assertThat(link.text()).isEqualTo("https://hauts-de-seine.fr@vol.example/compte");
        assertThat(link.href()).isEqualTo("https://vol.example/compte");
        assertThat(link.site()).isEqualTo("vol.example");
        assertThat(link("https://a:b@c@vol.example:8443/x").href())
                .isEqualTo("https://vol.example:8443/x");
    }

    @Test
    void lettersThatLookLikeOursAreSaidInPlainOnes() {
        Piece cyrillic = link("https://www.\u0440reau.example/");

        assertThat(cyrillic.site()).startsWith("www.xn--").endsWith(".example");
        assertThat(cyrillic.href()).startsWith("https://www.xn--").endsWith(".example/");
        assertThat(link("https://xn--80ak6aa92e.example/").site())
                .isEqualTo("xn--80ak6aa92e.example");
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
            assertThat(LinkedText.of(typed).lines().get(0))
                    .as(typed)
                    .allMatch(piece -> piece.href() == null);
        }
    }

    @Test
    void anHonestAddressIsShownAsItIs() {
        for (String typed :
                List.of(
                        "https://www.education.gouv.fr/a@b?c=d#e",
                        "http://EXAMPLE.org",
                        "https://sevres.example:8443/x")) {
            assertThat(link(typed).site()).as(typed).isNull();
            assertThat(link(typed).href()).as(typed).isNotNull();
        }
    }
}
