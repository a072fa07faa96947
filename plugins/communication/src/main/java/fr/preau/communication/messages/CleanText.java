package fr.preau.communication.messages;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, without what nobody can see: accents in one form, one kind of line break, no
 * control characters, none of those that make a text run backwards.
 */
public final class CleanText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private CleanText() {}

    public static String ofLines(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String lines = LINE_BREAK.matcher(typed).replaceAll("\n");
        String seen = UNSEEN.matcher(lines).replaceAll("");
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    public static String ofLine(@Nullable String typed) {
        return SPACES.matcher(ofLines(typed)).replaceAll(" ");
    }
}
