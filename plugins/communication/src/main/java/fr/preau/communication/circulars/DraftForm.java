package fr.preau.communication.circulars;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is written so far, as its form shows it. */
record DraftForm(Written written, Targets targets) {

    CircularDraftPage page(UUID id, @Nullable UUID replaces, boolean kept, Violations violations) {
        return new CircularDraftPage(
                id,
                replaces,
                kept,
                written.title(),
                written.text(),
                offered(),
                written.kind(),
                written.requiredFrom(),
                written.deadline() == null ? "" : written.deadline().toString(),
                written.options(),
                lines(),
                violations);
    }

    private List<CircularDraftPage.Offered> offered() {
        return targets.all().stream()
                .map(
                        target ->
                                new CircularDraftPage.Offered(
                                        target.code(),
                                        target.isEverybody(),
                                        target.name(),
                                        written.to().contains(target.code())))
                .toList();
    }

    private List<CircularDraftPage.Line> lines() {
        List<Question> asked =
                written.kind() == AnswerKind.FORM ? written.questions() : List.<Question>of();
        return IntStream.range(0, Questions.MOST)
                .mapToObj(at -> at < asked.size() ? line(at + 1, asked.get(at)) : empty(at + 1))
                .toList();
    }

    private static CircularDraftPage.Line line(int number, Question question) {
        return new CircularDraftPage.Line(
                number, question.kind(), question.label(), String.join("\n", question.options()));
    }

    private static CircularDraftPage.Line empty(int number) {
        return new CircularDraftPage.Line(number, QuestionKind.TEXT, "", "");
    }
}
