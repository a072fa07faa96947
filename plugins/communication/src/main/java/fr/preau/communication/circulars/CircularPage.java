package fr.preau.communication.circulars;

import fr.preau.api.route.Violations;
import fr.preau.communication.reports.Recourse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A circular as a guardian reads and answers it.
 *
 * @param parts one for each of their children
 * @param replacedBy the circular that took its place, null as long as it holds
 * @param replaces the circular whose place it took
 * @param unread whether it is shown to this guardian for the first time
 * @param recourse what the reader can do against it
 */
public record CircularPage(
        UUID circular,
        String title,
        String author,
        Instant sentAt,
        String text,
        AnswerKind kind,
        RequiredFrom requiredFrom,
        LocalDate deadline,
        boolean closed,
        List<Question> questions,
        List<Part> parts,
        @Nullable UUID replacedBy,
        @Nullable UUID replaces,
        boolean unread,
        Recourse recourse) {

    public CircularPage {
        questions = List.copyOf(questions);
        parts = List.copyOf(parts);
    }

    /** The address of this circular, below the module. */
    public String address() {
        return "/circulars/" + circular;
    }

    /** Whether something is wrong with what was sent for one of the children. */
    public boolean hasProblems() {
        return parts.stream().anyMatch(part -> !part.violations().isEmpty());
    }

    /** The same with what was typed for a child and what is wrong with it. */
    CircularPage typedAgain(UUID child, List<String> typed, Violations violations) {
        List<Part> again =
                parts.stream()
                        .map(p -> p.child.equals(child) ? p.typedAgain(typed, violations) : p)
                        .toList();
        return new CircularPage(
                circular,
                title,
                author,
                sentAt,
                text,
                kind,
                requiredFrom,
                deadline,
                closed,
                questions,
                again,
                replacedBy,
                replaces,
                unread,
                recourse);
    }

    /**
     * What it asks for one child.
     *
     * @param state where it stands
     * @param open whether an answer is taken now, a first one or a correction
     * @param answers how many were given so far, sent back with the next
     * @param values what was answered to each question, or is being typed
     */
    public record Part(
            UUID child,
            String name,
            String className,
            ReceivedCircularsPage.State state,
            boolean open,
            int answers,
            @Nullable Instant answeredAt,
            boolean late,
            List<String> values,
            Violations violations) {

        public Part {
            values = List.copyOf(values);
        }

        Part typedAgain(List<String> typed, Violations problems) {
            return new Part(
                    child,
                    name,
                    className,
                    state,
                    open,
                    answers,
                    answeredAt,
                    late,
                    typed,
                    problems);
        }
    }
}
