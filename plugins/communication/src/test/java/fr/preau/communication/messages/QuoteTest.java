package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is quoted goes and comes back; what somebody has written themselves never changes. */
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

    @ParameterizedTest
    @ValueSource(strings = {"Venez !", "Deux\n\nlignes", "# Titre\n- un\n- deux", "> déjà cité"})
    void whatWentComesBackAsItWas(String words) {
        for (int depth = 1; depth <= 3; depth++) {
            String mark = "> ".repeat(depth);
            String text = "Moi\n" + mark + words.replace("\n", "\n" + mark);

            String without = Quote.without(text, depth);

            assertThat(without).isEqualTo("Moi\n" + mark + GONE);
            assertThat(Quote.lacks(without, depth)).isTrue();
            assertThat(Quote.with(without, depth, words)).isEqualTo(text);
        }
    }

    @Test
    void whatQuotesNothingStays() {
        assertThat(Quote.without("Bonjour\n5 > 3", 1)).isEqualTo("Bonjour\n5 > 3");
        assertThat(Quote.lacks("Bonjour", 1)).isFalse();
    }
}
