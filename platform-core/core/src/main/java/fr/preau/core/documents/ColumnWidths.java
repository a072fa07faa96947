package fr.preau.core.documents;

import fr.preau.api.document.DocumentPart.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are, by what stands in them: no word is broken as long as there
 * is room, and long cells get more than short ones.
 */
final class ColumnWidths {

    private static final int WIDEST = 45;
    private static final int NARROWEST = 6;

    /** The space around a word, in letters; names of columns are bold. */
    private static final int MARGIN = 3;

    private static final double ABOVE_AVERAGE = 1.4;

    private ColumnWidths() {}

    /** Parts of a hundred, one for each column. */
    static List<Integer> of(Rows rows) {
        int[] weights =
                IntStream.range(0, rows.columns().size()).map(at -> weight(rows, at)).toArray();
        int all = Math.max(1, Arrays.stream(weights).sum());
        return Arrays.stream(weights).mapToObj(weight -> weight * 100 / all).toList();
    }

    private static int weight(Rows rows, int at) {
        String label = rows.columns().get(at).label();
        int longest = longestWord(label);
        long letters = 0;
        for (List<String> row : rows.rows()) {
            String cell = row.get(at);
            longest = Math.max(longest, longestWord(cell));
            letters += cell.length();
        }
        double usual = ABOVE_AVERAGE * letters / Math.max(1, rows.rows().size());
        int weight = (int) Math.max(longest + MARGIN, Math.round(usual));
        return Math.max(NARROWEST, Math.min(WIDEST, weight));
    }

    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int at = 0; at < text.length(); at++) {
            length = Character.isWhitespace(text.charAt(at)) ? 0 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
