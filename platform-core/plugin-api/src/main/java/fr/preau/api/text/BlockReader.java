package fr.preau.api.text;

import fr.preau.api.text.Block.Bullets;
import fr.preau.api.text.Block.Item;
import fr.preau.api.text.Block.Numbers;
import fr.preau.api.text.Block.Paragraph;
import fr.preau.api.text.Block.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts the lines of a text into paragraphs, lists and quotes, each line once for each level.
 *
 * <p>There are three levels: whoever sets in a text a thousand times means no list, and a page must
 * not nest so deep.
 */
final class BlockReader {

    private static final int MOST_LEVELS = 3;

    private static final Pattern QUOTED = Pattern.compile("> ?(.*)");
    private static final Pattern POINT = Pattern.compile(" {0,3}[-*•] +(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile(" {0,3}([0-9]{1,3})\\. +(\\S.*)");
    private static final Pattern SET_IN = Pattern.compile("( {2,})\\S.*");
    private static final int WIDTH_OF_POINT = 2;

    private final List<String> lines;
    private final int level;
    private int next;

    private BlockReader(List<String> lines, int level) {
        this.lines = lines;
        this.level = level;
    }

    static List<Block> read(String typed) {
        return new BlockReader(typed.lines().toList(), 1).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        while (next < lines.size()) {
            if (lines.get(next).isBlank()) {
                next++;
            } else {
                blocks.add(block());
            }
        }
        return blocks;
    }

    private Block block() {
        if (isQuoted(next)) {
            return quote();
        }
        if (isPoint(next)) {
            return bullets();
        }
        return isNumbered(next) ? numbers() : paragraph();
    }

    private boolean isQuoted(int line) {
        return level < MOST_LEVELS && matches(QUOTED, line);
    }

    private boolean isPoint(int line) {
        return level <= MOST_LEVELS && matches(POINT, line);
    }

    private boolean isNumbered(int line) {
        return level <= MOST_LEVELS && matches(NUMBER, line);
    }

    private boolean matches(Pattern pattern, int line) {
        return line < lines.size() && pattern.matcher(lines.get(line)).matches();
    }

    private Quote quote() {
        List<String> quoted = new ArrayList<>();
        while (isQuoted(next)) {
            quoted.add(matched(QUOTED).group(1));
            next++;
        }
        return new Quote(below(quoted));
    }

    private Bullets bullets() {
        List<Item> items = new ArrayList<>();
        do {
            items.add(item(matched(POINT).group(1), WIDTH_OF_POINT));
            skipEmptyLinesBefore(isPoint(nextWithWords()));
        } while (isPoint(next));
        return new Bullets(items);
    }

    /** Only numbers that follow each other: « 3. » after « 1. » is no second item of this list. */
    private Numbers numbers() {
        int first = number(next);
        List<Item> items = new ArrayList<>();
        do {
            Matcher begins = matched(NUMBER);
            items.add(item(begins.group(2), begins.group(1).length() + WIDTH_OF_POINT));
            skipEmptyLinesBefore(isNumbered(nextWithWords(), first + items.size()));
        } while (isNumbered(next, first + items.size()));
        return new Numbers(first, items);
    }

    private boolean isNumbered(int line, int expected) {
        return isNumbered(line) && number(line) == expected;
    }

    private int number(int line) {
        return Integer.parseInt(matched(NUMBER, line).group(1));
    }

    private int nextWithWords() {
        int line = next;
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        return line;
    }

    private void skipEmptyLinesBefore(boolean anotherItem) {
        if (anotherItem) {
            next = nextWithWords();
        }
    }

    private Item item(String begins, int width) {
        List<String> own = new ArrayList<>();
        own.add(begins);
        next++;
        while (matches(SET_IN, next)) {
            int setIn = matched(SET_IN).group(1).length();
            own.add(lines.get(next).substring(Math.min(setIn, width)));
            next++;
        }
        return new Item(below(own));
    }

    private Paragraph paragraph() {
        List<String> own = new ArrayList<>();
        do {
            own.add(lines.get(next));
            next++;
        } while (next < lines.size()
                && !lines.get(next).isBlank()
                && !isQuoted(next)
                && !isPoint(next)
                && !isNumbered(next));
        return new Paragraph(LineReader.read(own));
    }

    private List<Block> below(List<String> own) {
        return new BlockReader(own, level + 1).blocks();
    }

    private Matcher matched(Pattern pattern) {
        return matched(pattern, next);
    }

    private Matcher matched(Pattern pattern, int line) {
        Matcher matcher = pattern.matcher(lines.get(line));
        if (!matcher.matches()) {
            throw new IllegalStateException("looked at before");
        }
        return matcher;
    }
}
