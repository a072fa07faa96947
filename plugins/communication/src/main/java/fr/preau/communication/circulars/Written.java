package fr.preau.communication.circulars;

import fr.preau.communication.messages.CleanText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A circular as far as it is written, clean, complete or not.
 *
 * @param to codes of {@link Target}
 * @param questions what is asked beside « read » and « signed »
 */
record Written(
        String title,
        String text,
        List<String> to,
        AnswerKind kind,
        RequiredFrom requiredFrom,
        @Nullable LocalDate deadline,
        List<Question> questions) {

    static final int TITLE_MAX = 150;
    static final int TEXT_MAX = 20_000;

    Written {
        to = List.copyOf(to);
        questions = List.copyOf(questions);
    }

    /** Nothing yet, with a deadline that is proposed. */
    static Written until(LocalDate deadline) {
        return new Written(
                "", "", List.of(), AnswerKind.READ, RequiredFrom.ONE, deadline, List.of());
    }

    static Written of(CircularDraftInput input) {
        AnswerKind kind = Objects.requireNonNullElse(input.kind(), AnswerKind.READ);
        return new Written(
                CleanText.ofLine(input.title()),
                CleanText.ofLines(input.text()),
                Objects.requireNonNullElse(input.to(), List.<String>of()).stream()
                        .distinct()
                        .toList(),
                kind,
                Objects.requireNonNullElse(input.requiredFrom(), RequiredFrom.ONE),
                input.deadline(),
                questions(kind, input));
    }

    private static List<Question> questions(AnswerKind kind, CircularDraftInput input) {
        return switch (kind) {
            case READ -> List.of();
            case SIGNED, CHOICE -> {
                List<String> options = lines(input.options());
                yield options.isEmpty()
                        ? List.of()
                        : List.of(new Question(QuestionKind.CHOICE, "", options));
            }
            case FORM -> form(Objects.requireNonNullElse(input.q(), Map.of()));
        };
    }

    private static List<Question> form(Map<String, String> q) {
        List<Question> questions = new ArrayList<>();
        for (int number = 1; number <= Questions.MOST; number++) {
            String label = CleanText.ofLine(q.get(number + ".label"));
            List<String> options = lines(q.get(number + ".options"));
            QuestionKind kind = kind(q.get(number + ".kind"));
            if (!label.isEmpty()) {
                questions.add(
                        new Question(
                                kind, label, kind == QuestionKind.CHOICE ? options : List.of()));
            }
        }
        return questions;
    }

    private static QuestionKind kind(@Nullable String typed) {
        for (QuestionKind kind : QuestionKind.values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        return QuestionKind.TEXT;
    }

    static List<String> lines(@Nullable String typed) {
        return CleanText.ofLines(typed)
                .lines()
                .map(CleanText::ofLine)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The choices of a circular that is itself the question, one a line. */
    String options() {
        return kind == AnswerKind.FORM || questions.isEmpty()
                ? ""
                : String.join("\n", questions.get(0).options());
    }
}
