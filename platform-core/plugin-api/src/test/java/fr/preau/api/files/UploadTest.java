package fr.preau.api.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as a module sees them. */
class UploadTest {

    @Test
    void oneMadeByHandIsReadAsOftenAsItIsAskedFor() throws Exception {
        byte[] content = "bonnet".getBytes(UTF_8);
        Upload upload = Upload.of("bonnet.txt", "text/plain", content);
        content[0] = 'X';

        assertThat(upload.size()).isEqualTo(6);
        for (int i = 0; i < 2; i++) {
            try (InputStream opened = upload.open()) {
                assertThat(opened.readAllBytes()).isEqualTo("bonnet".getBytes(UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "image/png", "image/webp", "image/gif"})
    void onlyPointsOfColourAreAPicture(String contentType) {
        assertThat(Upload.of("a", contentType, new byte[1]).isPicture()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "application/pdf", "IMAGE/JPEG", ""})
    void whatMayHoldAProgramIsNone(String contentType) {
        assertThat(Upload.of("a", contentType, new byte[1]).isPicture()).isFalse();
    }

    @Test
    void whatWasMadeForAnAnswerDoesNotChangeAfterwards() {
        byte[] content = {1, 2};
        Download.Made made = (Download.Made) Download.save("a.bin", content);
        content[0] = 9;
        made.content().bytes()[1] = 9;

        assertThat(made.content().bytes()).containsExactly(1, 2);
    }
}
