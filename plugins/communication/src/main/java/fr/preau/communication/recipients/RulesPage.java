package fr.preau.communication.recipients;

import fr.preau.api.school.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may write to whom at this collège, for those who decide it.
 *
 * @param rules the matrix, a line for each writer and each reader
 * @param exceptions those that hold, the latest first
 */
public record RulesPage(List<Rule> rules, List<Made> exceptions) {

    public RulesPage {
        rules = List.copyOf(rules);
        exceptions = List.copyOf(exceptions);
    }

    /** What one profile may write to the others. */
    public List<Rule> of(Profile writer) {
        return rules.stream().filter(rule -> rule.writer() == writer).toList();
    }

    /**
     * A cell of the matrix.
     *
     * @param choices what may stand there
     * @param standard what Préau begins with
     */
    public record Rule(
            Profile writer, Profile reader, Range range, List<Range> choices, Range standard) {

        public Rule {
            choices = List.copyOf(choices);
        }

        public String code() {
            return new Cell(writer, reader).code();
        }

        public boolean isChanged() {
            return range != standard;
        }
    }

    /**
     * What holds for one person or the people around a class instead.
     *
     * @param className the class, null for a person
     * @param writer the person, null for a class or who has left
     * @param reader the person written to, null where a profile is meant
     * @param forOnePerson whether one reader is meant, here or gone
     * @param endsOn the last day on which it holds, null where it holds until it is ended
     */
    public record Made(
            UUID id,
            @Nullable String className,
            @Nullable String writer,
            Profile writerProfile,
            @Nullable String reader,
            boolean forOnePerson,
            Profile readerProfile,
            Range range,
            String reason,
            @Nullable LocalDate endsOn) {}
}
