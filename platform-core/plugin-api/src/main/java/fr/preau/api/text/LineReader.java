package fr.preau.api.text;

import fr.preau.api.text.Line.Span;
import fr.preau.api.text.Line.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a paragraph together from its signs, once it is known which stars mean what.
 */
final class LineReader {

    private final List<Line> lines = new ArrayList<>();
    private List<Span> spans = new ArrayList<>();
    private List<Words> words = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean strong;
    private boolean emphasis;
    private @Nullable Link link;

    private LineReader() {}

    static List<Line> read(List<String> lines) {
        LineReader reader = new LineReader();
        for (Sign sign : Signs.of(String.join("\n", lines))) {
            reader.read(sign);
        }
        reader.endLine();
        return reader.lines;
    }

    private void read(Sign sign) {
        if (sign instanceof Sign.Letters letters) {
            text.append(letters.text());
        } else if (sign instanceof Sign.Stars stars) {
            endWords();
            strong ^= stars.turnsStrong();
            emphasis ^= stars.turnsEmphasis();
            text.append("*".repeat(stars.meaningless()));
        } else if (sign instanceof Sign.LinkBegins begins) {
            endSpan();
            link = begins.link();
        } else if (sign instanceof Sign.LinkEnds) {
            endSpan();
            link = null;
        } else {
            endLine();
        }
    }

    private void endWords() {
        if (text.length() > 0) {
            words.add(new Words(text.toString(), strong, emphasis));
            text.setLength(0);
        }
    }

    private void endSpan() {
        endWords();
        if (!words.isEmpty()) {
            spans.add(new Span(words, link));
            words = new ArrayList<>();
        }
    }

    private void endLine() {
        endSpan();
        lines.add(new Line(spans));
        spans = new ArrayList<>();
    }
}
