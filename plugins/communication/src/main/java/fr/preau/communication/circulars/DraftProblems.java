package fr.preau.communication.circulars;

import fr.preau.api.route.Violations;
import fr.preau.communication.wording.Wording;
import java.time.Instant;
import java.util.List;

/** What keeps a circular from being sent, and what is too long even for a draft. */
record DraftProblems(Targets targets, Instant now) {

    /** Nothing of these can be kept. */
    Violations ofDraft(Written written) {
        return tooLong("title", written.title(), Written.TITLE_MAX)
                .and(tooLong("text", written.text(), Written.TEXT_MAX))
                .and(ofTargets(written, false))
                .and(ofLengths(written));
    }

    Violations ofCircular(Written written) {
        return blank("title", written.title())
                .and(blank("text", written.text()))
                .and(ofDraft(written))
                .and(ofTargets(written, true))
                .and(ofDeadline(written))
                .and(ofQuestions(written));
    }

    private Violations ofTargets(Written written, boolean needed) {
        if (targets.excludesOneOf(written.to())) {
            return problem("to", "circulars.problem.to.others");
        }
        return needed && written.to().isEmpty()
                ? problem("to", "circulars.problem.to.none")
                : Violations.none();
    }

    private Violations ofDeadline(Written written) {
        if (written.deadline() == null) {
            return problem("deadline", "circulars.problem.deadline.none");
        }
        return new Deadline(written.deadline()).isPossible(now)
                ? Violations.none()
                : problem("deadline", "circulars.problem.deadline.impossible");
    }

    private static Violations ofQuestions(Written written) {
        return switch (written.kind()) {
            case READ -> Violations.none();
            case SIGNED ->
                    written.questions().isEmpty()
                            ? Violations.none()
                            : enough("options", written.questions().get(0));
            case CHOICE ->
                    written.questions().isEmpty()
                            ? problem("options", "circulars.problem.options.few")
                            : enough("options", written.questions().get(0));
            case FORM -> ofForm(written.questions());
        };
    }

    private static Violations ofForm(List<Question> questions) {
        if (questions.isEmpty()) {
            return problem("q.1.label", "circulars.problem.questions.none");
        }
        Violations all = Violations.none();
        for (int at = 0; at < questions.size(); at++) {
            Question question = questions.get(at);
            if (question.kind() == QuestionKind.CHOICE) {
                all = all.and(enough("q." + (at + 1) + ".options", question));
            }
        }
        return all;
    }

    private static Violations enough(String field, Question choice) {
        int options = choice.options().size();
        if (options < 2) {
            return problem(field, "circulars.problem.options.few");
        }
        return options > Question.OPTIONS_MAX
                ? problem(field, "circulars.problem.options.many", Question.OPTIONS_MAX)
                : Violations.none();
    }

    /** A line of choices is short, so that it fits on a button. */
    private static Violations ofLengths(Written written) {
        Violations all = Violations.none();
        boolean form = written.kind() == AnswerKind.FORM;
        for (int at = 0; at < written.questions().size(); at++) {
            Question question = written.questions().get(at);
            String prefix = form ? "q." + (at + 1) + "." : "";
            all =
                    all.and(tooLong(prefix + "label", question.label(), Question.LABEL_MAX))
                            .and(optionsTooLong(prefix + "options", question));
        }
        return all;
    }

    private static Violations optionsTooLong(String field, Question question) {
        boolean many = question.options().size() > 5 * Question.OPTIONS_MAX;
        boolean fits = question.options().stream().allMatch(o -> o.length() <= Question.OPTION_MAX);
        return fits && !many
                ? Violations.none()
                : problem(field, "circulars.problem.options.long", Question.OPTION_MAX);
    }

    private static Violations blank(String field, String value) {
        return value.isBlank()
                ? problem(field, "circulars.problem." + field + ".blank")
                : Violations.none();
    }

    private static Violations tooLong(String field, String value, int most) {
        int over = value.length() - most;
        return over > 0 ? problem(field, "circulars.problem.long", most, over) : Violations.none();
    }

    private static Violations problem(String field, String key, Object... arguments) {
        return Violations.of(field, Wording.of(key, arguments));
    }
}
