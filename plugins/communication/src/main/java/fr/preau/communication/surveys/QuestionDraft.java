package fr.preau.communication.surveys;

import java.util.List;

/** A question with nothing wrong with it. */
record QuestionDraft(
        SurveyQuestion.Kind kind, String wording, List<String> choices, boolean required) {

    QuestionDraft {
        choices = List.copyOf(choices);
    }
}
