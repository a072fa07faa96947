package fr.preau.core.documents;

import java.util.Locale;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Our fonts in place of those that a PDF names and does not bring. PDFBox would look through the
 * folders of the machine for them, and write down what it found there.
 */
final class StandInFonts implements FontMapper {

    /** Said to be another one, each would be a warning in the log. */
    private static final boolean AS_WANTED = false;

    private final TrueTypeFont normal;
    private final TrueTypeFont bold;

    StandInFonts(TrueTypeFont normal, TrueTypeFont bold) {
        this.normal = normal;
        this.bold = bold;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            @Nullable String name, @Nullable PDFontDescriptor font) {
        return new FontMapping<>(like(name, font), AS_WANTED);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            @Nullable String name, @Nullable PDFontDescriptor font) {
        return new FontMapping<>(like(name, font), AS_WANTED);
    }

    @Override
    public CIDFontMapping getCIDFont(
            @Nullable String name,
            @Nullable PDFontDescriptor font,
            @Nullable PDCIDSystemInfo characters) {
        return new CIDFontMapping(null, like(name, font), AS_WANTED);
    }

    private TrueTypeFont like(@Nullable String name, @Nullable PDFontDescriptor font) {
        boolean heavy =
                (font != null && font.isForceBold())
                        || (name != null && name.toLowerCase(Locale.ROOT).contains("bold"));
        return heavy ? bold : normal;
    }
}
