package fr.preau.communication.recipients;

import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far one writer may write.
 *
 * @param ranges among the people of each profile
 * @param exceptions those that are about this writer, the one that counts first
 */
record RulesOfWriter(Map<Profile, Range> ranges, List<WritingException> exceptions) {

    RulesOfWriter {
        ranges = Map.copyOf(ranges);
        exceptions = List.copyOf(exceptions);
    }

    Set<Profile> with(Range range) {
        return ranges.entrySet().stream()
                .filter(entry -> entry.getValue() == range)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whom this writer may write to, whatever else holds. */
    Set<PersonId> alsoTo() {
        return one(reach -> reach != Range.NOBODY);
    }

    /** Whom this writer may not write to, whatever else holds. */
    Set<PersonId> neverTo() {
        return one(reach -> reach == Range.NOBODY);
    }

    private Set<PersonId> one(Predicate<Range> wanted) {
        return exceptions.stream()
                .filter(WritingException::isForOnePerson)
                .filter(one -> wanted.test(one.reach()))
                .map(WritingException::reader)
                .collect(Collectors.toSet());
    }

    /** The exception that is why a profile has another range than the matrix. */
    Optional<WritingException> why(Profile reader) {
        return exceptions.stream()
                .filter(one -> !one.isForOnePerson() && one.readerProfile() == reader)
                .findFirst();
    }
}
