package fr.preau.communication.surveys;

import fr.preau.api.route.Violations;
import fr.preau.communication.reports.Recourse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A survey as somebody answers it.
 *
 * @param recourse what the reader can do against it
 * @param own whether the reader is its author, who looks at it before others do
 */
public record AnswerPage(
        UUID survey,
        String title,
        String intro,
        boolean anonymous,
        boolean perFamily,
        Instant closesAt,
        State state,
        Recourse recourse,
        boolean own,
        List<Item> questions,
        Violations violations) {

    public AnswerPage {
        questions = List.copyOf(questions);
    }

    /** Whether one may answer. */
    public enum State {
        OPEN,
        ANSWERED,
        CLOSED,
        /** Shown to its author only. */
        PREVIEW
    }

    /**
     * A question with what was typed.
     *
     * @param field its name in the form
     */
    public record Item(
            String field,
            SurveyKind kind,
            String wording,
            boolean required,
            List<String> options,
            List<String> typed) {

        public Item {
            options = List.copyOf(options);
            typed = List.copyOf(typed);
        }

        public boolean chose(String option) {
            return typed.contains(option);
        }
    }

    /** What is wrong with a question, if anything. */
    public @Nullable String problem(String field) {
        return violations.of(field).orElse(null);
    }
}
