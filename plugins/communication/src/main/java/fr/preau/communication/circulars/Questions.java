package fr.preau.communication.circulars;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The questions of a circular as they stand in one column, and so in one seal. What people type
 * never holds a separator: {@code CleanText} takes control characters out.
 */
final class Questions {

    static final int MOST = 5;

    /** Between the parts of a question, and between the answers. */
    private static final String UNIT = "\u001F";

    /** Between questions. */
    private static final String RECORD = "\u001E";

    private Questions() {}

    static String stored(List<Question> questions) {
        return questions.stream()
                .map(
                        question ->
                                Stream.concat(
                                                Stream.of(question.kind().name(), question.label()),
                                                question.options().stream())
                                        .collect(Collectors.joining(UNIT)))
                .collect(Collectors.joining(RECORD));
    }

    static List<Question> ofStored(String stored) {
        return Arrays.stream(stored.split(RECORD, -1))
                .map(record -> List.of(record.split(UNIT, -1)))
                .flatMap(parts -> question(parts).stream())
                .toList();
    }

    private static Optional<Question> question(List<String> parts) {
        return Arrays.stream(QuestionKind.values())
                .filter(kind -> parts.size() > 1 && kind.name().equals(parts.get(0)))
                .findFirst()
                .map(kind -> new Question(kind, parts.get(1), parts.subList(2, parts.size())));
    }

    /** What was answered to each question, in their order. */
    static String given(List<String> answers) {
        return String.join(UNIT, answers);
    }

    /** The answers, one for each question, empty where nothing was answered. */
    static List<String> ofGiven(String given, List<Question> questions) {
        List<String> answers = List.of(given.split(UNIT, -1));
        return IntStream.range(0, questions.size())
                .mapToObj(at -> at < answers.size() ? answers.get(at) : "")
                .toList();
    }
}
