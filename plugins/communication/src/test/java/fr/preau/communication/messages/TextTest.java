package fr.preau.communication.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
