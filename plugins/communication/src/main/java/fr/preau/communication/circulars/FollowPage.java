package fr.preau.communication.circulars;

import fr.preau.communication.reports.Recourse;
import java.util.List;

/**
 * How a circular is answered: in all, by class, and what.
 *
 * @param classes with a line for each
 * @param tallies of the questions that are answered by a choice
 * @param recourse whether the reader may take it from its readers
 */
public record FollowPage(
        FollowedCircular circular,
        List<ClassProgress> classes,
        List<Tally> tallies,
        Recourse recourse) {

    public FollowPage {
        classes = List.copyOf(classes);
        tallies = List.copyOf(tallies);
    }

    public int children() {
        return (int) classes.stream().mapToLong(ClassProgress::children).sum();
    }

    public int settled() {
        return (int) classes.stream().mapToLong(ClassProgress::settled).sum();
    }

    public int missing() {
        return children() - settled();
    }

    /**
     * How a question was answered so far.
     *
     * @param question empty where the circular itself is the question
     */
    public record Tally(String question, List<Count> counts) {

        public Tally {
            counts = List.copyOf(counts);
        }

        public int total() {
            return counts.stream().mapToInt(Count::guardians).sum();
        }
    }

    /** How many guardians gave an answer. */
    public record Count(String answer, int guardians) {}
}
