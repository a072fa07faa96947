package fr.preau.communication.surveys;

import fr.preau.communication.surveys.SurveyPage.Bar;
import fr.preau.communication.surveys.SurveyPage.Result;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What came of a survey: four statements, however many have answered. Of an anonymous one nothing
 * is told below {@link #FEWEST} answers, for who knows two of three people knows the third; nor as
 * long as it is open, for who looks before and after somebody has answered knows what they said.
 */
final class Results {

    /** So many must have answered before an anonymous survey tells anything. */
    static final int FEWEST = 5;

    private static final int TEXTS = 300;

    private final EntityManager entities;

    Results(EntityManager entities) {
        this.entities = entities;
    }

    /** How many answers there are, each of a person or of a family. */
    long answers(Survey survey) {
        return counts("GivenAnswer.all", survey).stream()
                .mapToLong(AnswerCount::count)
                .max()
                .orElse(0);
    }

    boolean areHidden(Survey survey, long answers, SurveyTime now) {
        return survey.anonymous() && (answers < FEWEST || survey.isOpen(now));
    }

    List<Result> of(Survey survey, List<SurveyQuestion> questions) {
        Map<UUID, Long> answered =
                counts("GivenAnswer.answered", survey).stream()
                        .collect(Collectors.toMap(AnswerCount::question, AnswerCount::count));
        List<AnswerCount> choices =
                entities.createNamedQuery("GivenAnswer.counted", AnswerCount.class)
                        .setParameter("survey", survey.id())
                        .setParameter("text", SurveyQuestion.Kind.TEXT)
                        .getResultList();
        Map<UUID, List<String>> texts =
                entities.createNamedQuery("GivenAnswer.texts", TextAnswer.class)
                        .setParameter("survey", survey.id())
                        .setParameter("text", SurveyQuestion.Kind.TEXT)
                        .setMaxResults(TEXTS)
                        .getResultStream()
                        .collect(
                                Collectors.groupingBy(
                                        TextAnswer::question,
                                        Collectors.mapping(TextAnswer::text, Collectors.toList())));
        List<Result> results = new ArrayList<>();
        for (SurveyQuestion question : questions) {
            int many = Math.toIntExact(answered.getOrDefault(question.id(), 0L));
            List<String> shown = texts.getOrDefault(question.id(), List.of());
            boolean text = question.kind() == SurveyQuestion.Kind.TEXT;
            results.add(
                    new Result(
                            question.wording(),
                            many,
                            bars(question, choices),
                            shown,
                            text ? many - shown.size() : 0));
        }
        return results;
    }

    private static List<Bar> bars(SurveyQuestion question, List<AnswerCount> choices) {
        return question.options().stream()
                .map(
                        option ->
                                new Bar(
                                        option,
                                        (int)
                                                choices.stream()
                                                        .filter(
                                                                count ->
                                                                        count.question()
                                                                                .equals(
                                                                                        question
                                                                                                .id()))
                                                        .filter(
                                                                count ->
                                                                        List.of(
                                                                                        count.value()
                                                                                                .split(
                                                                                                        "\n",
                                                                                                        -1))
                                                                                .contains(option))
                                                        .mapToLong(AnswerCount::count)
                                                        .sum()))
                .toList();
    }

    private List<AnswerCount> counts(String query, Survey survey) {
        return entities.createNamedQuery(query, AnswerCount.class)
                .setParameter("survey", survey.id())
                .getResultList();
    }
}
