package fr.preau.api.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

    private static String title(String typed) {
        return Notice.of("message", "m", typed, "/").title();
    }

    @Test
    void aTitleIsOneLineWithoutSignsThatNobodySees() {
        assertThat(title(" Sortie\r\nBcc: tous@x.example\u0000\u202e  demain "))
                .isEqualTo("Sortie Bcc: tous@x.example demain");
    }

    @Test
    void aNoBreakSpaceOfFrenchStays() {
        assertThat(title("Sortie\u00a0: demain\u202f!")).isEqualTo("Sortie\u00a0: demain\u202f!");
    }

    @Test
    void aLongTitleIsShortenedBetweenTwoCharacters() {
        assertThat(title("é".repeat(150))).hasSize(150).doesNotContain("…");
        assertThat(title("é".repeat(151))).hasSize(150).endsWith("é…");
        assertThat(title("a".repeat(148) + "🌩🌩")).isEqualTo("a".repeat(148) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\u00a0", "\u200b"})
    void aTitleSaysSomething(String blank) {
        assertThatIllegalArgumentException().isThrownBy(() -> title(blank));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messages/0191-ab", "/a/b?child=0191&page=2"})
    void aPathLeadsBelowTheModule(String path) {
        assertThat(Notice.of("message", "m", "Sortie", path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "messages",
                "//evil.example",
                "/a/../b",
                "/a//b",
                "https://evil.example",
                "/a b",
                "/a\"b",
                "/é"
            })
    void aPathThatCouldLeadElsewhereIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.of("message", "m", "Sortie", path));
    }
}
