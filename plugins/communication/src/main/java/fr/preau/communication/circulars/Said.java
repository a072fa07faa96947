package fr.preau.communication.circulars;

import fr.preau.communication.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** What was answered, in words: one text for each question. */
public final class Said {

    private Said() {}

    static List<String> of(List<Question> questions, String given) {
        List<String> values = Questions.ofGiven(given, questions);
        List<String> said = new ArrayList<>();
        for (int at = 0; at < questions.size(); at++) {
            said.add(of(questions.get(at), values.get(at)));
        }
        return said;
    }

    /** The same without a word of the circular, which nobody is to read any more. */
    static List<String> ofWithdrawn(List<Question> questions, String given) {
        List<String> values = Questions.ofGiven(given, questions);
        List<String> said = new ArrayList<>();
        for (int at = 0; at < questions.size(); at++) {
            Question question = questions.get(at);
            String value = values.get(at);
            int chosen = question.codes().indexOf(value);
            said.add(
                    question.kind() == QuestionKind.CHOICE && chosen >= 0
                            ? Wording.of("circulars.withdrawn.choice", chosen + 1)
                            : of(question, value));
        }
        return said;
    }

    public static String of(Question question, String value) {
        String said = question.said(value);
        if (said != null) {
            return said;
        }
        return switch (value) {
            case "yes" -> Wording.of("circulars.yes");
            case "no" -> Wording.of("circulars.no");
            default -> value;
        };
    }
}
