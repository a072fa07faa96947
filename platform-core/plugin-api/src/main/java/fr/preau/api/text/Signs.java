package fr.preau.api.text;

import fr.preau.api.text.Sign.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a paragraph sign by sign, in a time that grows with its length alone.
 *
 * <p>Every place is looked at from one side only: a link is tried where a bracket opens and given
 * up at the next one, stars are counted where they begin. So a text of nothing but marks takes no
 * longer than a letter.
 */
final class Signs {

    /** Parts two marks that would be read as one; nobody sees it. */
    static final char JOINER = '\u2060';

    private static final int MOST_STARS = 3;

    /** Only the web: no {@code javascript:}, no {@code data:}. */
    private static final Pattern WEB_ADDRESS =
            Pattern.compile(
                    "\\bhttps?://[^\\s\\p{Z}<>\"«»“”\\\\\u2060\ufeff]*"
                            + "[^\\s\\p{Z}<>\"«»“”\\\\\u2060\ufeff.,;:!?'’)\\]*]");

    /** What would begin a list or a quote, and shall not. */
    private static final Pattern NO_BEGIN = Pattern.compile("[0-9]{1,3}\\\\\\.|\\\\[-•>]");

    private static final String CLOSES = ")]}.,;:!?»”’";
    private static final String OPENS = "([{«“";

    private final String text;
    private final boolean inLink;
    private final List<Sign> signs = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private final Matcher address;
    private boolean moreAddresses;
    private int at;

    private Signs(String text, boolean inLink) {
        this.text = text;
        this.inLink = inLink;
        this.address = WEB_ADDRESS.matcher(text);
        this.moreAddresses = !inLink && address.find();
    }

    static List<Sign> of(String text) {
        Signs all = new Signs(text, false);
        all.read();
        pair(all.signs, Stars::isStrong, Stars::meansStrong);
        pair(all.signs, Stars::isEmphasis, Stars::meansEmphasis);
        return all.signs;
    }

    private void read() {
        while (at < text.length()) {
            if (!(isAddress() || isLink() || isNoMark())) {
                readOne();
            }
        }
        endLetters();
    }

    private void readOne() {
        char sign = text.charAt(at);
        if (sign == '*') {
            stars();
            return;
        }
        at++;
        if (sign == '\n') {
            endLetters();
            signs.add(new Sign.Break());
        } else if (sign != JOINER) {
            letters.append(sign);
        }
    }

    private void stars() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '*') {
            end++;
        }
        int count = end - at;
        if (count > MOST_STARS) {
            letters.append("*".repeat(count));
        } else {
            endLetters();
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = end == text.length() ? ' ' : text.charAt(end);
            signs.add(new Stars(count, opens(before, after), closes(before, after)));
        }
        at = end;
    }

    /** Not in a word, and not before what ends one: « 2*3 » and « (*) » are what they are. */
    private static boolean opens(char before, char after) {
        return !isBlank(after) && CLOSES.indexOf(after) < 0 && !Character.isLetterOrDigit(before);
    }

    private static boolean closes(char before, char after) {
        return !isBlank(before) && OPENS.indexOf(before) < 0 && !Character.isLetterOrDigit(after);
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** A backslash that takes away the meaning of what follows it. */
    private boolean isNoMark() {
        boolean beginsLine = at == 0 || text.charAt(at - 1) == '\n';
        if (beginsLine) {
            Matcher begin = NO_BEGIN.matcher(text).region(at, text.length());
            if (begin.lookingAt()) {
                letters.append(begin.group().replace("\\", ""));
                at = begin.end();
                return true;
            }
        }
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            if (next == '*' || next == '[' || (inLink && next == ']')) {
                letters.append(next);
                at += 2;
                return true;
            }
        }
        return false;
    }

    private boolean isAddress() {
        while (moreAddresses && address.start() < at) {
            moreAddresses = address.find(at);
        }
        if (!moreAddresses || address.start() != at) {
            return false;
        }
        String typed = address.group();
        Optional<Link> link = Link.ofAddress(typed);
        if (link.isPresent()) {
            link(link.get(), List.of(new Sign.Letters(typed)));
        } else {
            letters.append(typed);
        }
        at += typed.length();
        return true;
    }

    private boolean isLink() {
        if (inLink || text.charAt(at) != '[') {
            return false;
        }
        int close = ends(at + 1, "[]\n");
        if (close < 0
                || close == at + 1
                || text.charAt(close) != ']'
                || !text.startsWith("](", close)) {
            return false;
        }
        int end = ends(close + 2, "()<> \t\n");
        if (end < 0 || text.charAt(end) != ')') {
            return false;
        }
        Signs shown = new Signs(text.substring(at + 1, close), true);
        shown.read();
        Link link = linkOf(shown.signs, text.substring(close + 2, end));
        if (link == null) {
            return false;
        }
        link(link, shown.signs);
        at = end + 1;
        return true;
    }

    private static @Nullable Link linkOf(List<Sign> shown, String address) {
        StringBuilder words = new StringBuilder();
        for (Sign sign : shown) {
            if (sign instanceof Sign.Letters some) {
                words.append(some.text());
            }
        }
        return words.toString().isBlank()
                ? null
                : Link.ofWords(words.toString(), address).orElse(null);
    }

    /**
     * Where one of these signs stands next, unless a backslash stands before it; -1 for nowhere.
     */
    private int ends(int from, String enders) {
        for (int i = from; i < text.length(); i++) {
            if (enders.indexOf(text.charAt(i)) >= 0 && text.charAt(i - 1) != '\\') {
                return i;
            }
        }
        return -1;
    }

    private void link(Link link, List<Sign> shown) {
        endLetters();
        signs.add(new Sign.LinkBegins(link));
        signs.addAll(shown);
        signs.add(new Sign.LinkEnds());
    }

    private void endLetters() {
        if (letters.length() > 0) {
            signs.add(new Sign.Letters(letters.toString()));
            letters.setLength(0);
        }
    }

    /** Gives stars their meaning, two by two; of two that open, the later one is meant. */
    private static void pair(List<Sign> signs, Predicate<Stars> kind, Consumer<Stars> meaning) {
        Stars open = null;
        for (Sign sign : signs) {
            if (sign instanceof Stars stars && kind.test(stars)) {
                if (open != null && stars.mayClose()) {
                    meaning.accept(open);
                    meaning.accept(stars);
                    open = null;
                } else if (stars.mayOpen()) {
                    open = stars;
                }
            }
        }
    }
}
