package fr.preau.core.documents;

import fr.preau.api.document.Document;
import fr.preau.api.document.DocumentPart;
import java.time.Duration;
import java.util.List;

/**
 * How much is drawn: a document is measured before, so that what would take too long or too much
 * memory is never begun.
 *
 * @param pages a document has at most, about
 * @param atOnce how many a node draws at the same time
 * @param patience how long a turn is waited for
 * @param drawing how long one may be drawn; a call of a module ends before
 * @param preview how long the first page of a stranger's document may take
 */
record DrawingLimits(int pages, int atOnce, Duration patience, Duration drawing, Duration preview) {

    static final DrawingLimits USUAL =
            new DrawingLimits(
                    500, 2, Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofSeconds(5));

    /** A line of text, in signs; and how many lines a page has. */
    private static final int LINE = 90;

    private static final int PAGE = 45;

    /** About how many pages a document has. */
    static long pagesOf(Document document) {
        long lines = 0;
        long newPages = 0;
        for (DocumentPart part : document.parts()) {
            lines += linesOf(part);
            newPages += part instanceof DocumentPart.NewPage ? 1 : 0;
        }
        return 1 + newPages + lines / PAGE;
    }

    private static long linesOf(DocumentPart part) {
        if (part instanceof DocumentPart.Rows rows) {
            return 3
                    + rows.rows().stream()
                            .mapToLong(row -> linesOf(row, LINE / Math.max(1, row.size())))
                            .sum();
        }
        if (part instanceof DocumentPart.Facts facts) {
            return facts.facts().stream()
                    .mapToLong(fact -> linesOf(List.of(fact.name(), fact.value()), LINE / 3))
                    .sum();
        }
        return 1 + linesOf(textOf(part), LINE);
    }

    private static String textOf(DocumentPart part) {
        if (part instanceof DocumentPart.Heading heading) {
            return heading.text();
        } else if (part instanceof DocumentPart.Text text) {
            return text.text().plain();
        } else if (part instanceof DocumentPart.Notice notice) {
            return notice.text();
        } else if (part instanceof DocumentPart.Note note) {
            return note.text();
        }
        return "";
    }

    /** A row is as high as the highest of its cells. */
    private static long linesOf(List<String> cells, int width) {
        return cells.stream().mapToLong(cell -> linesOf(cell, Math.max(4, width))).max().orElse(1);
    }

    private static long linesOf(String text, int width) {
        return text.lines().mapToLong(line -> 1 + line.length() / width).sum();
    }
}
