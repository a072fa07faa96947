package fr.preau.communication.messages;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's words as they stand in a letter of somebody else: below whose own, and said to be
 * whose they are.
 *
 * @param author null for who has left
 */
record Quote(@Nullable String author, Instant sentAt, String text) {

    private static final int OWN_WORDS = 2_000;
    private static final String MARK = "> ";

    /** What is no longer than a greeting two people may write by chance. */
    private static final int SAID_BY_CHANCE = 25;

    private static final Pattern MARKS = Pattern.compile("^[>\\\\\\s]+");

    /** What a new letter begins with: room for own words, then the quote. */
    String below() {
        LocalDateTime at = LocalDateTime.ofInstant(sentAt, SchoolCalendar.ZONE);
        String whose =
                Wording.of(
                        "forward.wrote",
                        author == null ? Wording.of("person.left") : author,
                        FrenchDays.day(at.toLocalDate()),
                        FrenchDays.hour(at.toLocalTime()));
        String quoted = text.lines().map(line -> MARK + line).collect(Collectors.joining("\n"));
        return fitting("\n\n" + whose + "\n\n" + quoted);
    }

    /**
     * A text without what it quotes: a sentence stands there instead.
     *
     * @param depth how often the words have been handed on, once or more
     */
    static String without(String text, int depth) {
        List<String> lines = new ArrayList<>();
        String instead = gone(depth);
        for (String line : text.split("\n", -1)) {
            boolean quoted = depthOf(line) >= depth;
            boolean said = !lines.isEmpty() && lines.get(lines.size() - 1).equals(instead);
            if (!quoted) {
                lines.add(line);
            } else if (!said) {
                lines.add(instead);
            }
        }
        return String.join("\n", lines);
    }

    /**
     * A text without the lines that somebody else wrote, wherever they stand: what was quoted may
     * have lost its marks on the way. Lines that follow each other go together; a greeting alone
     * stays, unless nothing else was written.
     *
     * @param written the words that go
     */
    static String withoutLines(String text, String written, int depth) {
        Set<String> wanted =
                written.lines()
                        .map(Quote::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.toSet());
        String[] lines = text.split("\n", -1);
        String instead = gone(depth);
        List<String> left = new ArrayList<>();
        int next = 0;
        while (next < lines.length) {
            int end = endOfWritten(lines, next, wanted);
            if (!isWritten(lines, next, end, wanted)) {
                left.add(lines[next]);
                next++;
                continue;
            }
            if (left.isEmpty() || !left.get(left.size() - 1).equals(instead)) {
                left.add(instead);
            }
            next = end;
        }
        return String.join("\n", left);
    }

    /** Behind the last of the wanted lines that follow each other from here on. */
    private static int endOfWritten(String[] lines, int first, Set<String> wanted) {
        int end = first;
        for (int i = first; i < lines.length; i++) {
            String words = words(lines[i]);
            if (wanted.contains(words)) {
                end = i + 1;
            } else if (end == first || !words.isEmpty()) {
                break;
            }
        }
        return end;
    }

    private static boolean isWritten(String[] lines, int first, int end, Set<String> wanted) {
        Set<String> found =
                Arrays.stream(lines, first, end)
                        .map(Quote::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.toSet());
        int letters = found.stream().mapToInt(String::length).sum();
        return letters >= SAID_BY_CHANCE || !found.isEmpty() && found.equals(wanted);
    }

    /** A line without its marks. */
    private static String words(String line) {
        return MARKS.matcher(line).replaceFirst("").strip();
    }

    private static String gone(int depth) {
        return MARK.repeat(depth) + Wording.of("withdrawn.text");
    }

    private static int depthOf(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '>') {
                depth++;
            } else if (sign != ' ' && sign != '\\') {
                // An editor that knows fewer levels writes the next mark as a plain sign: \>
                return depth;
            }
        }
        return depth;
    }

    /** With room for some words of one's own above it. */
    private static String fitting(String quote) {
        int longest = MessageText.MAX_LENGTH - OWN_WORDS;
        if (quote.length() <= longest) {
            return quote;
        }
        int end = quote.offsetByCodePoints(0, quote.codePointCount(0, longest) - 1);
        return quote.substring(0, end) + "…";
    }

    /** The subject that says that it is forwarded, once, and fits. */
    static String subject(String original) {
        String mark = Wording.of("forward.subject", "");
        String subject = original.startsWith(mark) ? original : mark + original;
        return subject.length() <= Subject.MAX_LENGTH
                ? subject
                : subject.substring(0, Subject.MAX_LENGTH - 1) + "…";
    }
}
