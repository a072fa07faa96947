package fr.preau.core.documents;

import fr.preau.api.document.Document.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How documents look: one style sheet for all. */
final class DocumentStyle {

    private static final String STYLE = read();

    private DocumentStyle() {}

    static String of(Paper paper) {
        return paper == Paper.SIDEWAYS ? STYLE + "@page { size: A4 landscape; }" : STYLE;
    }

    private static String read() {
        try (InputStream in =
                Objects.requireNonNull(
                        DocumentStyle.class.getResourceAsStream("document.css"), "document.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("document.css", e);
        }
    }
}
