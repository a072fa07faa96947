package fr.preau.core.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files as strangers give them. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "..\\..\\boot.ini, boot.ini",
        "'C:\\fakepath\\photo.jpg', photo.jpg",
        "/, fichier",
        ".., fichier",
        "'', fichier",
        "'   ', fichier",
        "photo.jpg. . ., photo.jpg",
        "'un   bonnet\trouge.jpg', un bonnet rouge.jpg",
        "Été à l’école.png, Été à l’école.png",
        "E\u0301te\u0301.png, Été.png",
        "👩\u200D🏫 et 🧤.png, 👩\u200D🏫 et 🧤.png",
        "صورة.jpg, صورة.jpg",
        "photo\u202Egpj.exe, photogpj.exe",
        "'a\r\nSet-Cookie: x.jpg', a Set-Cookie: x.jpg",
        "a\u0000b.jpg, ab.jpg",
        "<b>\"x\".jpg, <b>\"x\".jpg"
    })
    void aNameLeadsNowhereAndHidesNothing(String given, String kept) {
        assertThat(FileNames.clean(given)).isEqualTo(kept);
    }

    @Test
    void aHugeNameIsShortenedAndKeepsItsEnding() {
        String name = FileNames.clean("🧤".repeat(5_000) + ".jpg");

        assertThat(name).endsWith("🧤.jpg");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(FileNames.LONGEST);
        assertThat(FileNames.ending(name)).isEqualTo("jpg");
    }

    @Test
    void aHalfOfAnEmojiIsNotKept() {
        assertThat(FileNames.clean("a\uD83E.jpg")).isEqualTo("a.jpg");
    }
}
