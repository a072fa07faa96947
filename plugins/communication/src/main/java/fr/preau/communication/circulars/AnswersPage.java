package fr.preau.communication.circulars;

import fr.preau.api.page.PageOf;
import java.time.Instant;
import java.util.List;

/**
 * What was answered, by class and child.
 *
 * @param questions in the order of the answers
 */
public record AnswersPage(FollowedCircular circular, List<String> questions, PageOf<Line> answers) {

    public AnswersPage {
        questions = List.copyOf(questions);
    }

    /**
     * @param number 1 for a first answer, more for a correction
     * @param differs whether another guardian of this child answered otherwise
     */
    public record Line(
            String child,
            String className,
            String guardian,
            Instant answeredAt,
            boolean late,
            int number,
            boolean differs,
            List<String> answers) {

        public Line {
            answers = List.copyOf(answers);
        }
    }
}
