package fr.preau.communication.circulars;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question of a circular.
 *
 * @param label empty where the circular itself is the question
 * @param options what can be chosen, of a choice only
 */
public record Question(QuestionKind kind, String label, List<String> options) {

    static final int LABEL_MAX = 200;
    static final int OPTIONS_MAX = 8;
    static final int OPTION_MAX = 100;
    static final int TEXT_MAX = 500;

    private static final List<String> YES_OR_NO = List.of("yes", "no");

    public Question {
        options = List.copyOf(options);
    }

    /** The codes that an answer may be; empty where it is a text. */
    public List<String> codes() {
        return switch (kind) {
            case TEXT -> List.of();
            case YES_NO -> YES_OR_NO;
            case CHOICE -> IntStream.range(0, options.size()).mapToObj(Integer::toString).toList();
        };
    }

    boolean takes(String given) {
        return kind == QuestionKind.TEXT
                ? !given.isEmpty() && given.length() <= TEXT_MAX
                : codes().contains(given);
    }

    /** What was chosen or written, in words; null for yes and no, which a page has words for. */
    @Nullable String said(String given) {
        return switch (kind) {
            case TEXT -> given;
            case YES_NO -> null;
            case CHOICE -> codes().contains(given) ? options.get(Integer.parseInt(given)) : given;
        };
    }
}
