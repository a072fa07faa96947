package fr.preau.communication.surveys;

import fr.preau.api.route.Violations;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its author has it: its questions, who is asked, how many have answered.
 *
 * @param asked how many people or families; 0 for a draft
 * @param answered how many of them
 * @param own whether the reader is its author; else it is of somebody who has left
 * @param changes whether nobody has answered, so that it may be changed
 * @param hidden whether results wait until there are more answers
 * @param results of each question, empty while there are none to show
 * @param typed a question that was refused
 */
public record SurveyPage(
        UUID survey,
        String title,
        String intro,
        String asks,
        boolean perFamily,
        boolean anonymous,
        Instant opensAt,
        Instant closesAt,
        State state,
        long asked,
        long answered,
        boolean own,
        boolean changes,
        boolean hidden,
        List<QuestionLine> questions,
        List<Result> results,
        @Nullable QuestionInput typed,
        Violations violations) {

    public SurveyPage {
        questions = List.copyOf(questions);
        results = List.copyOf(results);
    }

    /** Where it is in its life. */
    public enum State {
        DRAFT,
        WITHDRAWN,
        SOON,
        OPEN,
        CLOSED
    }

    /** A question in the list of its author. */
    public record QuestionLine(UUID question, String kind, String wording, List<String> options) {

        public QuestionLine {
            options = List.copyOf(options);
        }
    }

    /**
     * What came of a question.
     *
     * @param answers how many have answered it
     * @param bars of each choice how many; empty for a text
     * @param texts in no order that says anything
     * @param more how many texts stand in the file only
     */
    public record Result(
            String wording, int answers, List<Bar> bars, List<String> texts, int more) {

        public Result {
            bars = List.copyOf(bars);
            texts = List.copyOf(texts);
        }
    }

    /** A choice and how many have it. */
    public record Bar(String label, int count) {}

    /** What is wrong with a field, if anything. */
    public @Nullable String problem(String field) {
        return violations.of(field).orElse(null);
    }
}
