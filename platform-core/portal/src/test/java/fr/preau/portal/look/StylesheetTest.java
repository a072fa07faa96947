package fr.preau.portal.look;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StylesheetTest {

    private final String css;

    StylesheetTest() throws IOException {
        css =
                Files.readString(Path.of("src/main/webapp/assets/preau.css"), UTF_8)
                        .replaceAll("(?s)/\\*.*?\\*/", "");
    }

    @Test
    void theSchoolsOldTabletsDrawAllOfIt() {
        assertThat(css)
                .doesNotContainPattern("(?<!grid-|column-)gap\\s*:")
                .doesNotContainPattern(":(is|where|has)\\(")
                .doesNotContainPattern("(aspect-ratio|inset)\\s*:")
                .doesNotContainPattern("\\b(clamp|min|max)\\(")
                .doesNotContainPattern("\\d[dsl]v[hw]\\b");
    }

    @Test
    void everyStickyThingIsStickyInOldSafariToo() {
        assertThat(css.split("position: sticky", -1))
                .hasSameSizeAs(css.split("position: -webkit-sticky", -1))
                .hasSizeGreaterThan(1);
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        assertThat(css).doesNotContain("http", "data:", "@import");
    }

    @Test
    void motionContrastAndPaperAreThoughtOf() {
        assertThat(css)
                .contains(
                        "prefers-reduced-motion: reduce", "forced-colors: active", "@media print");
    }
}
