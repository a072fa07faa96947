package fr.preau.communication.surveys;

import fr.preau.api.route.Violations;
import fr.preau.communication.messages.CleanText;
import fr.preau.communication.wording.Wording;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was typed, or one that is to go.
 *
 * @param choices one a line
 * @param question the one that is to go
 */
public record QuestionInput(
        UUID survey,
        @Nullable String kind,
        @Nullable String wording,
        @Nullable String choices,
        @Nullable Boolean required,
        @Nullable UUID question) {

    /** What is wrong with it, field by field. */
    Violations problems() {
        Violations found = Violations.none();
        String clean = CleanText.ofLine(wording);
        if (clean.isBlank()) {
            found = problem("wording", "surveys.problem.wording");
        } else if (clean.length() > SurveyQuestion.LONGEST) {
            found = problem("wording", "surveys.problem.long", SurveyQuestion.LONGEST);
        }
        if (!isKnown()) {
            return found.and(problem("kind", "surveys.problem.kind"));
        }
        List<String> lines = lines();
        boolean wrong =
                lines.size() < 2
                        || lines.size() > SurveyQuestion.MOST_CHOICES
                        || lines.stream().anyMatch(l -> l.length() > SurveyQuestion.LONGEST_CHOICE);
        return kindOf().hasChoices() && wrong
                ? found.and(
                        problem(
                                "choices",
                                "surveys.problem.choices",
                                SurveyQuestion.MOST_CHOICES,
                                SurveyQuestion.LONGEST_CHOICE))
                : found;
    }

    private boolean isKnown() {
        for (SurveyQuestion.Kind each : SurveyQuestion.Kind.values()) {
            if (each.name().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private SurveyQuestion.Kind kindOf() {
        return SurveyQuestion.Kind.valueOf(String.valueOf(kind));
    }

    private List<String> lines() {
        return CleanText.ofLines(choices)
                .lines()
                .map(CleanText::ofLine)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    QuestionDraft draft() {
        return new QuestionDraft(
                kindOf(),
                CleanText.ofLine(wording),
                kindOf().hasChoices() ? lines() : List.of(),
                Boolean.TRUE.equals(required));
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
