package fr.preau.communication.circulars;

import fr.preau.api.route.Violations;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a circular.
 *
 * @param draft its identity from the first word on
 * @param replaces the circular that it corrects, null when it corrects none
 * @param kept whether it has been kept before
 * @param deadline as a date field takes it
 * @param options the choices, one a line
 * @param lines the questions of a form, empty ones too
 */
public record CircularDraftPage(
        UUID draft,
        @Nullable UUID replaces,
        boolean kept,
        String title,
        String text,
        List<Offered> targets,
        AnswerKind kind,
        RequiredFrom requiredFrom,
        String deadline,
        String options,
        List<Line> lines,
        Violations violations) {

    public CircularDraftPage {
        targets = List.copyOf(targets);
        lines = List.copyOf(lines);
    }

    /** The address of this draft, below the module. */
    public String address() {
        return "/circulars/drafts/" + draft;
    }

    /** Whether one of the questions is filled in, or wrong. */
    public boolean asksQuestions() {
        return lines.stream().anyMatch(line -> !line.label.isEmpty())
                || violations.of("q.1.label").isPresent();
    }

    /** Somebody whom it may be for. */
    public record Offered(String code, boolean everybody, String name, boolean chosen) {}

    /**
     * A question as it is typed.
     *
     * @param number from 1
     * @param options one a line
     */
    public record Line(int number, QuestionKind kind, String label, String options) {}
}
