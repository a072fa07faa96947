package fr.preau.communication.surveys;

import java.util.List;

/**
 * What is answered to a question.
 *
 * @param values what was chosen, or a text; empty for nothing
 */
record AnswerTo(SurveyQuestion question, List<String> values) {

    AnswerTo {
        values = List.copyOf(values);
    }
}
