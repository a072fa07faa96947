package fr.preau.communication.recipients;

import fr.preau.api.school.ClassId;
import fr.preau.api.school.PersonId;
import fr.preau.api.school.Profile;
import fr.preau.api.school.SchoolClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a collège has decided about writing.
 *
 * @param changed the cells that it has changed
 * @param exceptions those that hold today, the latest first
 */
record RulesHere(Map<Cell, Range> changed, List<WritingException> exceptions) {

    RulesHere {
        changed = Map.copyOf(changed);
        exceptions = List.copyOf(exceptions);
    }

    Range range(Cell cell, WritingPolicy policy) {
        Range here = changed.get(cell);
        return here != null && cell.choices().contains(here) ? here : cell.standard(policy);
    }

    /** What is decided about one writer. */
    RulesOfWriter of(
            PersonId writer,
            Profile profile,
            Collection<SchoolClass> classes,
            WritingPolicy policy) {
        Set<ClassId> ids = ids(classes);
        List<WritingException> own = new ArrayList<>();
        // What was said of the person counts before what was said of a class.
        exceptions.stream()
                .filter(WritingException::isOfOnePerson)
                .filter(one -> one.isAbout(writer, profile, ids))
                .forEach(own::add);
        exceptions.stream()
                .filter(one -> !one.isOfOnePerson() && one.isAbout(writer, profile, ids))
                .forEach(own::add);
        Map<Profile, Range> ranges = new EnumMap<>(Profile.class);
        for (Profile reader : Cell.PROFILES) {
            Range standing = range(new Cell(profile, reader), policy);
            Optional<Range> other =
                    own.stream()
                            .filter(one -> !one.isForOnePerson() && one.readerProfile() == reader)
                            .map(WritingException::reach)
                            .findFirst();
            ranges.put(reader, other.orElse(standing));
        }
        return new RulesOfWriter(ranges, own);
    }

    private static Set<ClassId> ids(Collection<SchoolClass> classes) {
        return Set.copyOf(classes.stream().map(SchoolClass::id).distinct().toList());
    }
}
