package fr.preau.communication.surveys;

import java.time.Instant;
import java.util.List;

/**
 * Something of surveys that is kept about a person.
 *
 * @param what as in « Réponse à un sondage »
 * @param at when the survey closes, or when it was answered
 * @param answers as they were given, one a question
 */
public record KeptSurvey(String what, String title, Instant at, List<String> answers) {

    public KeptSurvey {
        answers = List.copyOf(answers);
    }
}
