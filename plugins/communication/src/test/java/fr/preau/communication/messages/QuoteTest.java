package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is quoted goes; what somebody has written themselves never changes. */
class QuoteTest {

    private static final String GONE = "Ce message a été retiré par le collège.";

    @Test
    void theQuoteGoesAndTheOwnWordsAroundItStay() {
        String text = "Pour vous.\n\nJulie a écrit\u00a0:\n\n> Venez !\n>\n> - gourde\n\nMerci";

        assertThat(Quote.without(text, 1))
                .isEqualTo("Pour vous.\n\nJulie a écrit\u00a0:\n\n> " + GONE + "\n\nMerci");
    }

    @Test
    void ofAQuoteOfAQuoteTheInnerOneGoes() {
        String text = "Vu.\n> Pour vous.\n> > Venez !\n> > - gourde\n> Merci";

        assertThat(Quote.without(text, 2))
                .isEqualTo("Vu.\n> Pour vous.\n> > " + GONE + "\n> Merci");
    }

    @Test
    void aLevelThatTheEditorWritesAsAPlainSignGoesToo() {
        String text = "Vu.\n> Un.\n> > Deux.\n> > \\> Trois.\n> > \\> > Quatre.";

        assertThat(Quote.without(text, 3)).isEqualTo("Vu.\n> Un.\n> > Deux.\n> > > " + GONE);
    }

    @Test
    void aLineThatHasLostItsMarksGoesWithTheGreetingAboveIt() {
        String written = "Bonjour,\nRendez-vous à minuit derrière le gymnase.";
        String text =
                "Bonjour,\nRendez-vous à minuit derrière le gymnase.\n> > - Rendez-vous à midi.";

        assertThat(Quote.withoutLines(text, written, 1))
                .isEqualTo("> " + GONE + "\n> > - Rendez-vous à midi.");
    }

    @Test
    void shortLinesGoWhereTheyFollowEachOther() {
        String written = "Bonjour,\n\nDemain 8 h, au gymnase.\nViens seul.";
        String text =
                "Bonjour,\nvu\n\n**Demain 8 h, au gymnase.**\nDemain 8 h, au gymnase.\n\n\\> Viens seul.\nMerci";

        assertThat(Quote.withoutLines(text, written, 1))
                .isEqualTo("Bonjour,\nvu\n\n**Demain 8 h, au gymnase.**\n> " + GONE + "\nMerci");
    }

    @Test
    void aShortMessageGoesAsAWhole() {
        assertThat(Quote.withoutLines("Vu :\nJe te tue.\nBonjour,", "Je te tue.", 1))
                .isEqualTo("Vu :\n> " + GONE + "\nBonjour,");
        assertThat(Quote.withoutLines("Salut\n\nOui", "Salut\nViens !", 1))
                .isEqualTo("Salut\n\nOui");
    }

    @Test
    void whatQuotesNothingStays() {
        assertThat(Quote.without("Bonjour\n5 > 3", 1)).isEqualTo("Bonjour\n5 > 3");
    }
}
