package fr.preau.communication.circulars;

import fr.preau.communication.messages.CleanText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer for a child.
 *
 * @param a what is answered to each question, as in {@code a.0.1} for the second of the first child
 *     on the page: so no two fields of a page have the same name
 * @param at which child of the page it is
 * @param seen how many answers the page showed as given so far
 */
public record AnswerInput(
        UUID circular,
        @Nullable UUID child,
        @Nullable Map<String, String> a,
        int at,
        @Nullable Integer seen) {

    /** The name of the field that answers a question. */
    String field(int question) {
        return "a." + at + "." + question;
    }

    List<String> values(List<Question> questions) {
        Map<String, String> answers = Objects.requireNonNullElse(a, Map.of());
        return IntStream.range(0, questions.size())
                .mapToObj(question -> CleanText.ofLines(answers.get(at + "." + question)))
                .toList();
    }
}
