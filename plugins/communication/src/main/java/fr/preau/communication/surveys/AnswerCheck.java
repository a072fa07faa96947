package fr.preau.communication.surveys;

import fr.preau.api.route.Violations;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sent, looked at question by question.
 *
 * @param violations by {@code q1}, {@code q2} …
 */
record AnswerCheck(List<AnswerTo> answers, Violations violations) {

    static AnswerCheck of(List<SurveyQuestion> questions, AnswerInput input, String reader) {
        List<AnswerTo> answers = new ArrayList<>();
        Violations violations = Violations.none();
        for (SurveyQuestion question : questions) {
            List<String> typed =
                    input.at(question.place()).stream()
                            .map(
                                    value ->
                                            question.kind() == SurveyQuestion.Kind.TEXT
                                                    ? CleanText.ofLines(value)
                                                    : CleanText.ofLine(value))
                            .filter(value -> !value.isEmpty())
                            .distinct()
                            .toList();
            String problem = problem(question, typed);
            if (problem.isEmpty()) {
                answers.add(new AnswerTo(question, typed));
            } else {
                violations =
                        violations.and(
                                Violations.of(
                                        "q" + question.place(),
                                        Wording.of(problem + reader, SurveyQuestion.LONGEST_TEXT)));
            }
        }
        return new AnswerCheck(answers, violations);
    }

    private static String problem(SurveyQuestion question, List<String> typed) {
        if (typed.isEmpty()) {
            return question.required() ? "surveys.problem.required" : "";
        }
        if (question.kind() == SurveyQuestion.Kind.TEXT) {
            return typed.size() > 1 || typed.get(0).length() > SurveyQuestion.LONGEST_TEXT
                    ? "surveys.problem.text"
                    : "";
        }
        boolean one = typed.size() == 1 || question.kind() == SurveyQuestion.Kind.SEVERAL;
        return one && question.options().containsAll(typed) ? "" : "surveys.problem.choice";
    }
}
