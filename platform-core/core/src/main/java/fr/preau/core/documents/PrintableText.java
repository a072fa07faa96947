package fr.preau.core.documents;

import java.text.Normalizer;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Text as the font can draw it, and which signs it could not. */
final class PrintableText {

    /** Stands for a sign that the font does not know. */
    static final String UNKNOWN = "▯";

    private final DocumentFonts fonts;
    private final SortedSet<Integer> missing = new TreeSet<>();

    PrintableText(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    /** Letters with their accents as one sign, nothing that can't be seen, line breaks kept. */
    String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(sign -> add(printable, sign));
        return printable.toString();
    }

    private void add(StringBuilder printable, int sign) {
        if (sign == '\n' || sign == '\r' || sign == '\u2028' || sign == '\u2029') {
            printable.append('\n');
        } else if (Character.isSpaceChar(sign) || sign == '\t') {
            printable.appendCodePoint(fonts.know(sign) ? sign : ' ');
        } else if (isSeen(sign)) {
            if (fonts.know(sign)) {
                printable.appendCodePoint(sign);
            } else {
                missing.add(sign);
                printable.append(UNKNOWN);
            }
        }
    }

    /** Not control signs, joiners, marks of direction or the variants of an emoji. */
    private static boolean isSeen(int sign) {
        return !Character.isISOControl(sign)
                && Character.getType(sign) != Character.FORMAT
                && !(sign >= 0xFE00 && sign <= 0xFE0F)
                && !(sign >= 0xE0000 && sign <= 0xE0FFF);
    }

    /** The signs that were asked for and could not be drawn, in their order. */
    SortedSet<Integer> missing() {
        return Collections.unmodifiableSortedSet(missing);
    }
}
