package fr.preau.core.documents;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * The letters of all documents, DejaVu Sans Condensed: they are free, travel in our own jar, and
 * stand in each file, so that it looks and reads the same everywhere.
 */
final class DocumentFonts {

    /** The family as style sheets name it. */
    static final String FAMILY = "DejaVu Sans Condensed";

    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final int LAST_SIGN = 0x1FFFF;

    private final byte[] normal;
    private final byte[] bold;
    private final BitSet known;

    private DocumentFonts() {
        normal = read("fonts/DejaVuSansCondensed.ttf");
        bold = read("fonts/DejaVuSansCondensed-Bold.ttf");
        TrueTypeFont normalFont = parsed(normal);
        TrueTypeFont boldFont = parsed(bold);
        known = signs(normalFont);
        known.and(signs(boldFont));
        FontMappers.set(new StandInFonts(normalFont, boldFont));
    }

    /** Read once in the life of a node, when the first of them is needed. */
    static DocumentFonts ours() {
        return Once.FONTS;
    }

    private static final class Once {
        static final DocumentFonts FONTS = new DocumentFonts();
    }

    private static byte[] read(String file) {
        try (InputStream in =
                Objects.requireNonNull(DocumentFonts.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static TrueTypeFont parsed(byte[] bytes) {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("a font of our own can't be read", e);
        }
    }

    private static BitSet signs(TrueTypeFont font) {
        try {
            BitSet signs = new BitSet();
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int sign = ' '; sign <= LAST_SIGN; sign++) {
                if (glyphs.getGlyphId(sign) > 0) {
                    signs.set(sign);
                }
            }
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException("a font of our own can't be read", e);
        }
    }

    /** Whether a sign can be drawn, in both weights. */
    boolean know(int sign) {
        return known.get(sign);
    }

    void giveTo(PdfRendererBuilder builder) {
        builder.useFont(
                () -> new ByteArrayInputStream(normal), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
    }
}
