package fr.preau.canteen.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a change of régime (externe, half-boarder) takes effect: at the end of a term, and not
 * before a notice has passed.
 *
 * @param termEnds the last days of the terms of a school year, in their order
 * @param noticeWeeks how many weeks before the end of a term it must be asked for
 */
public record RegimeChange(List<LocalDate> termEnds, int noticeWeeks) {

    public RegimeChange {
        termEnds = List.copyOf(termEnds);
        for (int i = 1; i < termEnds.size(); i++) {
            if (!termEnds.get(i).isAfter(termEnds.get(i - 1))) {
                throw new IllegalArgumentException("terms end one after the other: " + termEnds);
            }
        }
        if (noticeWeeks < 0) {
            throw new IllegalArgumentException(noticeWeeks + " weeks of notice");
        }
    }

    /**
     * The first day of the new régime, when it is asked for on this day.
     *
     * @return empty where no term of this school year ends late enough: it is then for the next
     */
    public Optional<LocalDate> askedOn(LocalDate day) {
        return termEnds.stream()
                .limit(Math.max(0, termEnds.size() - 1)) // with the last one the year ends
                .filter(end -> !day.plusWeeks(noticeWeeks).isAfter(end))
                .findFirst()
                .map(end -> end.plusDays(1));
    }
}
