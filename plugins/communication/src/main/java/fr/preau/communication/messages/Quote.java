package fr.preau.communication.messages;

import fr.preau.api.school.SchoolCalendar;
import fr.preau.api.text.FrenchDays;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.time.LocalDateTime;
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

    /** What a new letter begins with: room for own words, then the quote. */
    String below() {
        LocalDateTime at = LocalDateTime.ofInstant(sentAt, SchoolCalendar.ZONE);
        String whose =
                Wording.of(
                        "forward.wrote",
                        author == null ? Wording.of("person.left") : author,
                        FrenchDays.day(at.toLocalDate()),
                        FrenchDays.hour(at.toLocalTime()));
        String quoted = text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        return fitting("\n\n" + whose + "\n\n" + quoted);
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
