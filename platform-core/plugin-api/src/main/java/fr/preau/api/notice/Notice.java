package fr.preau.api.notice;

import fr.preau.api.school.PersonId;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told.
 *
 * @param kind one of those that the manifest declares; it says how urgent this is
 * @param key names the thing within the module, to tell nobody of it twice: 1 to 120 letters,
 *     digits and signs without blanks, as in {@code reply-0191…}
 * @param title what it is about, in French. It is all that a mail says of it, so it holds nothing
 *     about a person that a stranger may not read. Line breaks become blanks, and what is longer
 *     than 150 characters is shortened
 * @param path where it leads, below the module, as in {@code /messages/0191…}
 * @param child whom it concerns, where a guardian is told of a child
 */
public record Notice(String kind, String key, String title, String path, @Nullable PersonId child) {

    /** So much of a title is shown and sent. */
    public static final int LONGEST_TITLE = 150;

    private static final Pattern KEY = Pattern.compile("[!-~]{1,120}");

    private static final Pattern PATH =
            Pattern.compile("(?!.*(?://|/\\.))/[A-Za-z0-9._~/-]*(?:\\?[A-Za-z0-9._~=&-]*)?");

    private static final int LONGEST_PATH = 200;

    /** Breaks, controls and signs that nobody sees, which could turn a line or a header round. */
    private static final Pattern BLANK = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    public Notice {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("« " + key + " » is no key of a notice");
        }
        if (!PATH.matcher(path).matches() || path.length() > LONGEST_PATH) {
            throw new IllegalArgumentException("« " + path + " » is no path of a module");
        }
        title = shortened(BLANK.matcher(title).replaceAll(Notice::blank).strip());
        if (title.isEmpty()) {
            throw new IllegalArgumentException("a notice has a title");
        }
    }

    /** That concerns no child. */
    public static Notice of(String kind, String key, String title, String path) {
        return new Notice(kind, key, title, path, null);
    }

    /** The same, about a child. */
    public Notice about(PersonId whom) {
        return new Notice(kind, key, title, path, whom);
    }

    /** A single no-break space stays: French sets one before « : » and « ! ». */
    private static String blank(MatchResult found) {
        String blank = found.group();
        return blank.equals("\u00a0") || blank.equals("\u202f") ? blank : " ";
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TITLE) {
            return text;
        }
        int end = LONGEST_TITLE - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
