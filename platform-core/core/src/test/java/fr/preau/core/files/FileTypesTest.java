package fr.preau.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is by its bytes, and whom its name may lie to. */
class FileTypesTest {

    static Stream<Arguments> honest() throws Exception {
        return Stream.of(
                Arguments.of("photo.jpg", Bytes.JPEG, "image/jpeg"),
                Arguments.of("photo.JPEG", Bytes.JPEG, "image/jpeg"),
                Arguments.of("dessin.png", Bytes.PNG, "image/png"),
                Arguments.of("chat.gif", Bytes.GIF, "image/gif"),
                Arguments.of("carte.webp", Bytes.WEBP, "image/webp"),
                Arguments.of("circulaire.pdf", Bytes.PDF, "application/pdf"),
                Arguments.of("élèves.csv", Bytes.TABLE, "text/csv"),
                Arguments.of("notes.txt", Bytes.TABLE, "text/plain"),
                Arguments.of("plan.svg", Bytes.SVG, "image/svg+xml"),
                Arguments.of("page.html", Bytes.HTML, "text/html"),
                Arguments.of(
                        "lettre.docx",
                        Bytes.zip("word/document.xml"),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of(
                        "lettre.odt",
                        Bytes.zip("content.xml"),
                        "application/vnd.oasis.opendocument.text"),
                Arguments.of("figure.ggb", Bytes.zip("geogebra.xml"), "application/zip"),
                Arguments.of("bizarre.ggb", Bytes.noise(40), "application/octet-stream"),
                Arguments.of("sans terminaison", Bytes.PNG, "image/png"),
                Arguments.of("jeu.sb3x", Bytes.noise(40), "application/octet-stream"));
    }

    @ParameterizedTest
    @MethodSource("honest")
    void whatAFileIsIsFoundInIt(String name, byte[] content, String type) throws Exception {
        assertThat(FileTypes.of(content, name, null)).isEqualTo(type);
    }

    static Stream<Arguments> lying() throws Exception {
        return Stream.of(
                Arguments.of("photo.jpg", Bytes.PROGRAM),
                Arguments.of("photo.jpg", Bytes.HTML),
                Arguments.of("photo.png", Bytes.SVG),
                Arguments.of("photo.jpg", Bytes.PDF),
                Arguments.of("photo.jpg", Bytes.noise(400)),
                Arguments.of("photo.jpg", Bytes.zip("a")),
                Arguments.of("circulaire.pdf", Bytes.HTML),
                Arguments.of("circulaire.pdf", Bytes.noise(400)),
                Arguments.of("lettre.docx", Bytes.PROGRAM),
                Arguments.of("notes.txt", Bytes.PROGRAM),
                Arguments.of("élèves.csv", Bytes.JPEG));
    }

    @ParameterizedTest
    @MethodSource("lying")
    void whatIsSomethingElseThanItsNameSaysIsRefused(String name, byte[] content) {
        assertThatThrownBy(() -> FileTypes.of(content, name, null))
                .isInstanceOf(FileRefused.class)
                .hasMessage(
                        "Le contenu de «\u00A0" + name + "\u00A0» ne correspond pas à son nom.");
    }

    @Test
    void aPictureMayBeNamedLikeAnotherKindOfPictureAndIsShownAsWhatItIs() throws Exception {
        assertThat(FileTypes.of(Bytes.JPEG, "IMG_0001.png", null)).isEqualTo("image/jpeg");
    }

    @Test
    void whatTheSenderDeclaresIsHeardWhereTheNameSaysNothing() throws Exception {
        assertThat(FileTypes.of(Bytes.TABLE, "photo", "application/x-unknown"))
                .isEqualTo("text/plain");
        assertThat(FileTypes.of(Bytes.JPEG, "photo.jpg", "text/html")).isEqualTo("image/jpeg");
        assertThatThrownBy(() -> FileTypes.of(Bytes.HTML, "photo", "image/jpeg"))
                .isInstanceOf(FileRefused.class);
    }

    @Test
    void whatIsMadeHereAndInDoubtIsBytes() {
        assertThat(FileTypes.ofMade(Bytes.TABLE, "inscriptions.csv")).isEqualTo("text/csv");
        assertThat(FileTypes.ofMade(Bytes.HTML, "photo.jpg")).isEqualTo("application/octet-stream");
    }
}
