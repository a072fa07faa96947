package fr.preau.communication.surveys;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers, by the place of the question.
 *
 * @param anonymous whether the page said so on which it was answered; null from a program
 */
public record AnswerInput(
        UUID survey,
        @Nullable Boolean anonymous,
        @Nullable List<String> q1,
        @Nullable List<String> q2,
        @Nullable List<String> q3,
        @Nullable List<String> q4,
        @Nullable List<String> q5,
        @Nullable List<String> q6,
        @Nullable List<String> q7,
        @Nullable List<String> q8,
        @Nullable List<String> q9,
        @Nullable List<String> q10,
        @Nullable List<String> q11,
        @Nullable List<String> q12,
        @Nullable List<String> q13,
        @Nullable List<String> q14,
        @Nullable List<String> q15,
        @Nullable List<String> q16,
        @Nullable List<String> q17,
        @Nullable List<String> q18,
        @Nullable List<String> q19,
        @Nullable List<String> q20) {

    /** Whether the page promised something else than what holds by now. */
    boolean isOutdated(Survey asked) {
        return anonymous != null && anonymous != asked.anonymous();
    }

    /** What was sent for the question at this place, from 1. */
    List<String> at(int place) {
        List<@Nullable List<String>> all =
                Arrays.asList(
                        q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12, q13, q14, q15, q16, q17,
                        q18, q19, q20);
        List<String> found = place >= 1 && place <= all.size() ? all.get(place - 1) : null;
        return found == null ? List.of() : found;
    }
}
